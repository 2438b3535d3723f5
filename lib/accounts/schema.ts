import { z } from 'zod';
import { countryCode } from '@/lib/country';
import { pageQuery } from '@/lib/pagination';
import { isPlainLine } from '@/lib/plain-text';
import { exportSections, notificationKinds } from './rules';

export const email = z.string().trim().max(254).pipe(z.email()).describe('E-mail address');

/** At least 10 characters; common passwords are refused by the command. */
export const password = z.string().min(10, 'at least 10 characters').max(200);

export const personName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((v) => v.replace(/\p{Default_Ignorable_Code_Point}/gu, '').trim() !== '', 'nothing to see')
  .refine(isPlainLine, 'no control characters');

/** What a one-time link carries. */
export const linkToken = z.string().min(20).max(100);

export const signUpBody = z.strictObject({
  email,
  password,
  name: personName,
  country: countryCode,
  invitation: linkToken.optional().describe('Token of an invitation, where the store takes accounts by invitation'),
});

export const passwordResetBody = z.strictObject({ email });

export const passwordLink = z.object({ email: z.string(), expiresAt: z.string() });

export const inviteBody = z.strictObject({ email: email.optional().describe('Where to send the invitation') });

export const invitation = z.object({
  /** Names the invitation; says nothing about its token. */
  id: z.string().regex(/^[0-9a-f]{64}$/),
  /** Where it was sent; whoever has the link may use it. */
  email: z.string().nullable(),
  /** Who invites; null when their account is gone. */
  invitedBy: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
  usedAt: z.string().nullable(),
});

/** The link is shown this once. */
export const newInvitation = invitation.extend({ link: z.string() });

export const me = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  country: z.string(),
  /** When the country may change again; null: now. */
  countryLockedUntil: z.string().nullable(),
  roles: z.array(z.enum(['moderator', 'admin'])),
  /** False for who signs in at the store's provider alone. */
  hasPassword: z.boolean(),
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

export const eraseMeBody = z.strictObject({
  /** Of an account that has one. */
  password: z.string().max(200).optional(),
  /** My address, typed once more, where the account has no password. */
  email: z.string().max(254).optional(),
  /** What becomes of my reviews: they go, or stay without my name. */
  reviews: z.enum(['delete', 'keep']),
});

const record = z.record(z.string(), z.unknown());

/** Everything about one account, under the names of the API where it has such things. */
export const accountExport = z.object({
  exportedAt: z.string(),
  profile: record,
  ...Object.fromEntries(exportSections.map((name) => [name, z.array(record)])),
});

export type EraseMeBody = z.infer<typeof eraseMeBody>;
export type SignUpBody = z.infer<typeof signUpBody>;
export type InviteBody = z.infer<typeof inviteBody>;
export type Invitation = z.infer<typeof invitation>;
export type NewInvitation = z.infer<typeof newInvitation>;
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

export const notification = z.object({
  id: z.uuid(),
  /** Decides the words; `data` fills them in. */
  kind: z.string().describe(`One of ${notificationKinds.join(', ')}, or a later one`),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The path of this store that it leads to. */
  href: z.string(),
  /** The app it is about, as it looks now. */
  app: z.object({ name: z.string(), iconUrl: z.string().nullable(), color: z.string() }).nullable(),
  createdAt: z.string(),
  readAt: z.string().nullable(),
});

/** Some by id, or all up to and including a moment; those of others stay as they are. */
export const readNotificationsBody = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(100) }),
  z.strictObject({ before: z.iso.datetime({ offset: true }) }),
]);

export const unreadCount = z.number().int();

export type Notification = z.infer<typeof notification>;
export type ReadNotificationsBody = z.infer<typeof readNotificationsBody>;

const role = z.enum(['moderator', 'admin']);

/** An account as admins see it. */
export const person = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  country: z.string(),
  roles: z.array(role),
  isDemo: z.boolean(),
  /** Since when the account cannot be used; null while it can. */
  suspendedAt: z.string().nullable(),
  createdAt: z.string(),
});

export const peopleQuery = z.strictObject({
  ...pageQuery,
  /** The beginning of an e-mail address, or an account's id. */
  q: z.string().trim().max(254).optional(),
  role: role.optional(),
});

export const updateUserBody = z
  .strictObject({
    /** All roles of the account from now on. */
    roles: z
      .array(role)
      .transform((roles) => [...new Set(roles)])
      .optional(),
    suspended: z.boolean().optional(),
    /** Why, for the audit log; needed to suspend. */
    reason: z.string().trim().min(1, 'say why').max(500, 'at most 500 characters').optional(),
  })
  .refine(({ suspended, reason }) => !suspended || reason !== undefined, { path: ['reason'], message: 'say why' });

export type Person = z.infer<typeof person>;
export type PeopleQuery = z.infer<typeof peopleQuery>;
export type UpdateUserBody = z.infer<typeof updateUserBody>;
