import { verify } from '@node-rs/argon2';
import { expect, test } from 'vitest';
import { AppError } from '@/lib/errors';
import { commonPasswords } from './common-passwords';
import { hashPassword, requireUncommonPassword, verifyPassword } from './password';

test('a password is kept as Argon2id at 19 MiB, t=2, p=1, with a salt of its own', async () => {
  const first = await hashPassword('correct horse');
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await hashPassword('correct horse')).not.toBe(first);
  expect(await verify(first, 'correct horse')).toBe(true);
  expect(await verifyPassword(first, 'correct horse')).toBe(true);
  expect(await verifyPassword(first, 'correct hors')).toBe(false);
});

test('one password is the same however a keyboard composes it', async () => {
  const composed = 'Zo\u00eb\u2019s caf\u00e9 123';
  expect(await verifyPassword(await hashPassword(composed), composed.normalize('NFD'))).toBe(true);
});

test('nobody can sign in to an account without a password', async () => {
  for (const password of ['', 'a', '\0', '\ud800', '😀'.repeat(5_000)])
    expect(await verifyPassword(null, password)).toBe(false);
});

test('checking a password takes as long without an account as with one', async () => {
  const passwordHash = await hashPassword('correct horse');
  const times: { of: string | null; ms: number[] }[] = [
    { of: null, ms: [] },
    { of: passwordHash, ms: [] },
  ];
  // Turn by turn, so that whatever else the machine does slows both.
  for (let i = 0; i < 22; i += 1) {
    const { of, ms } = times[i % 2]!;
    const start = performance.now();
    await verifyPassword(of, 'wrong horse');
    ms.push(performance.now() - start);
  }
  const [without, withOne] = times.map(({ ms }) => ms.sort((a, b) => a - b)[5]!);
  const ratio = without! / withOne!;
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
});

test.each(['1234567890', 'Password123', 'QWERTYUIOP', 'strawberry', 'ada@example.com', 'ADA@example.com'])(
  'the password %s is refused',
  (password) => {
    const attempt = () => requireUncommonPassword(password, 'Ada@Example.com', 'newPassword');
    expect(attempt).toThrow(AppError);
    expect(attempt).toThrow(expect.objectContaining({ kind: 'unprocessable', code: 'password_too_common' }));
  },
);

test('an uncommon password passes', () => {
  expect(() => requireUncommonPassword('correct horse battery staple', 'ada@example.com', 'password')).not.toThrow();
});

test('the list holds what can be a password here: at least 10 characters, lower case', () => {
  expect(commonPasswords.size).toBeGreaterThan(140);
  expect([...commonPasswords].filter((word) => word.length < 10 || word !== word.toLowerCase())).toEqual([]);
});
