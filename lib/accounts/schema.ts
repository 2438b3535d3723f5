import { z } from 'zod';
import { countryCode } from '@/lib/country';

export const email = z.string().trim().max(254).pipe(z.email()).describe('E-mail address');

/** At least 10 characters; common passwords are refused by the command. */
export const password = z.string().min(10, 'at least 10 characters').max(200);

export const personName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((v) => v.replace(/\p{Default_Ignorable_Code_Point}/gu, '').trim() !== '', 'nothing to see')
  .refine((v) => !/[\p{Cc}\p{Cf}]/u.test(v.replace(/\u200d/g, '')), 'no control characters');

export const signUpBody = z.strictObject({ email, password, name: personName, country: countryCode });

export const me = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  country: z.string(),
  /** When the country may change again; null: now. */
  countryLockedUntil: z.string().nullable(),
  roles: z.array(z.enum(['moderator', 'admin'])),
  organizations: z.array(
    z.object({ slug: z.string(), name: z.string(), role: z.enum(['owner', 'admin', 'marketer', 'viewer']) }),
  ),
  createdAt: z.string(),
});

export const updateMeBody = z.strictObject({ name: personName.optional(), country: countryCode.optional() });

export const changePasswordBody = z.strictObject({ currentPassword: z.string().max(200), newPassword: password });

export const session = z.object({
  id: z.uuid(),
  /** "Chrome on Linux", from the user agent. */
  device: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.string(),
  isCurrent: z.boolean(),
});

export type SignUpBody = z.infer<typeof signUpBody>;
export type UpdateMeBody = z.infer<typeof updateMeBody>;
export type ChangePasswordBody = z.infer<typeof changePasswordBody>;
export type Me = z.infer<typeof me>;
export type Session = z.infer<typeof session>;

/** Somebody of the demo store, with the password that its data directory holds. */
export const demoPerson = z.object({
  role: z.enum(['shopper', 'developer', 'moderator', 'admin']),
  email: z.string(),
  password: z.string(),
});

export type DemoPerson = z.infer<typeof demoPerson>;
