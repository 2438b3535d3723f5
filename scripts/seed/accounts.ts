import { randomBytes } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashPassword } from '@/lib/accounts/password';
import { type DemoPeople, demoRoles } from './demo-people';

/** Nine syllables and a number, some 70 random bits, easy to type from a screen. */
function makePassword(): string {
  const onsets = 'bdfghjklmnprstvz';
  const vowels = 'aeiou';
  const bytes = randomBytes(24);
  const syllable = (i: number) => `${onsets[(bytes[2 * i] ?? 0) % 16]}${vowels[(bytes[2 * i + 1] ?? 0) % 5]}`;
  const word = (from: number) => Array.from({ length: 3 }, (_, i) => syllable(from + i)).join('');
  return `${word(0)}-${word(3)}-${word(6)}-${String(((bytes[20] ?? 0) << 8) | (bytes[21] ?? 0)).padStart(5, '0')}`;
}

/** Gives the demo people new passwords, writes them where only this user can read them, and returns the hashes by person. */
export async function issuePasswords(dataDir: string, people: DemoPeople): Promise<Map<string, string>> {
  const accounts = demoRoles.map((role) => ({ role, email: people[role].email, password: makePassword() }));
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'demo-accounts.json');
  const temporary = `${file}.${process.pid}`;
  await writeFile(temporary, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  await rename(temporary, file);
  const hashed = accounts.map(async ({ role, password }) => [people[role].id, await hashPassword(password)] as const);
  return new Map(await Promise.all(hashed));
}
