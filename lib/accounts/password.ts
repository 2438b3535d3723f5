import { hash, verify } from '@node-rs/argon2';
import { AppError } from '@/lib/errors';
import { commonPasswords } from './common-passwords';
import { normaliseEmail } from './rules';

// Argon2id is the library's default algorithm; memory in KiB.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of a random password that nobody knows, at the cost above: who has no password takes as long as who has one. */
const nobody = '$argon2id$v=19$m=19456,t=2,p=1$KQt6lIg0SxwsToIWfXLcQw$y4XUP3ryq5dHtpSizwORXbWP4c6HHwiQEd3ZIMjRS20';

// The same password typed on two keyboards must be the same bytes (NIST SP 800-63B 3.1.1.2).
const bytesOf = (password: string) => password.normalize('NFKC');

export const hashPassword = (password: string): Promise<string> => hash(bytesOf(password), cost);

/** False after the same time when there is no hash. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const isRight = await verify(passwordHash ?? nobody, bytesOf(password));
  return isRight && passwordHash !== null;
}

/** Throws 422 `password_too_common` for a password that is among the first to be tried; `path` names the field. */
export function requireUncommonPassword(password: string, email: string, path: string): void {
  const plain = bytesOf(password).toLowerCase();
  if (!commonPasswords.has(plain) && normaliseEmail(plain) !== normaliseEmail(email)) return;
  const detail = 'This password is among the first that anyone would try; choose another one.';
  throw new AppError('unprocessable', 'password_too_common', { detail, errors: [{ path, message: 'too common' }] });
}
