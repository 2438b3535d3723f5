import { z } from 'zod';
import { email, linkToken } from '@/lib/accounts/schema';
import { countryCode } from '@/lib/country';
import { isPlainLine, isPlainText } from '@/lib/plain-text';
import { keyScopes, organizationRoles } from './rules';

const visible = (v: string) => v.replace(/\p{Default_Ignorable_Code_Point}/gu, '').trim() !== '';
const name = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine(visible, 'nothing to see')
  .refine(isPlainLine, 'no control characters');
const website = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .nullable();

/** An organisation answers to its slug or id. */
export const organizationRef = z.string().min(1).max(120);

const fields = {
  name,
  description: z.string().trim().max(2000).refine(isPlainText, 'no control characters'),
  website,
  country: countryCode,
  contactEmail: email.nullable(),
};

export const createOrganizationBody = z.strictObject(fields).partial().required({ name: true, country: true });
export const updateOrganizationBody = z.strictObject(fields).partial();

const role = z.enum(organizationRoles);

/** An organisation as its members see it. */
export const organization = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  website: z.string().nullable(),
  country: z.string(),
  contactEmail: z.string().nullable(),
  verifiedDomain: z.string().nullable(),
  verifiedAt: z.string().nullable(),
  /** Why an admin of the store suspended it; null while they have not. */
  suspendedReason: z.string().nullable(),
  /** My role in it; null for a key. */
  role: role.nullable(),
  appCount: z.number().int(),
  listedAppCount: z.number().int(),
  memberCount: z.number().int(),
  createdAt: z.string(),
});

export const member = z.object({
  userId: z.uuid(),
  name: z.string(),
  email: z.string(),
  role,
  joinedAt: z.string(),
  isMe: z.boolean(),
});

export const memberInvitation = z.object({
  id: z.uuid(),
  role,
  email: z.string().nullable(),
  invitedBy: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
});

/** The link is shown this once. */
export const newMemberInvitation = memberInvitation.extend({ link: z.string() });

export const memberList = z.object({ members: z.array(member), invitations: z.array(memberInvitation) });

export const inviteMemberBody = z.strictObject({ role, email: email.optional() });
export const updateMemberBody = z.strictObject({ role });

export const invitationToken = linkToken;

/** What an invitation says to whoever has the link. */
export const openInvitation = z.object({
  organization: z.object({ slug: z.string(), name: z.string() }),
  role,
  invitedBy: z.string().nullable(),
  expiresAt: z.string(),
  /** The role I have there already; null when I am signed out or no member. */
  myRole: role.nullable(),
});

export const domainBody = z.strictObject({
  domain: z
    .string()
    .trim()
    .toLowerCase()
    .max(253)
    .regex(
      // The last part begins with a letter: an address such as 127.0.0.1 or 0x7f.0x1 is no domain.
      /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/,
      'a domain such as example.org',
    ),
});

/** How to prove a domain: either the file or the DNS record is enough. */
export const domainClaim = z.object({
  domain: z.string(),
  fileUrl: z.string(),
  fileText: z.string(),
  dnsName: z.string(),
  dnsValue: z.string(),
});

/** What is proven, and what is about to be. */
export const domainState = z.object({
  verifiedDomain: z.string().nullable(),
  verifiedAt: z.string().nullable(),
  claim: domainClaim.nullable(),
});

export const apiKey = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The beginning of the key. */
  prefix: z.string(),
  scopes: z.array(z.enum(keyScopes)),
  createdBy: z.string().nullable(),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
});

/** The key is shown this once. */
export const newApiKey = apiKey.extend({ key: z.string() });

export const createKeyBody = z.strictObject({
  organization: organizationRef,
  name: z.string().trim().min(1).max(100),
  scopes: z.array(z.enum(keyScopes)).min(1),
});

export type Organization = z.infer<typeof organization>;
export type CreateOrganizationBody = z.output<typeof createOrganizationBody>;
export type UpdateOrganizationBody = z.output<typeof updateOrganizationBody>;
export type InviteMemberBody = z.output<typeof inviteMemberBody>;
export type CreateKeyBody = z.output<typeof createKeyBody>;
export type Member = z.infer<typeof member>;
export type MemberList = z.infer<typeof memberList>;
export type MemberInvitation = z.infer<typeof memberInvitation>;
export type NewMemberInvitation = z.infer<typeof newMemberInvitation>;
export type OpenInvitation = z.infer<typeof openInvitation>;
export type DomainState = z.infer<typeof domainState>;
export type ApiKey = z.infer<typeof apiKey>;
export type NewApiKey = z.infer<typeof newApiKey>;
