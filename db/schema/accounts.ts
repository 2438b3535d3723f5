import { sql } from 'drizzle-orm';
import { boolean, check, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { citext, timestamptz } from './columns';

export const users = pgTable(
  'users',
  {
    id: uuid('id').primaryKey(),
    email: citext('email').notNull(),
    name: text('name').notNull(),
    /** argon2id; null for people who cannot sign in by password. */
    passwordHash: text('password_hash'),
    country: text('country').notNull(),
    countryChangedAt: timestamptz('country_changed_at'),
    roles: text('roles').array().notNull().default(sql`'{}'`),
    isDemo: boolean('is_demo').notNull().default(false),
    emailVerifiedAt: timestamptz('email_verified_at'),
    suspendedAt: timestamptz('suspended_at'),
    erasedAt: timestamptz('erased_at'),
    createdAt: timestamptz('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('users_email_key').on(t.email),
    index('users_staff_idx').on(t.id).where(sql`roles <> '{}'`),
    check('users_email_length', sql`length(${t.email}) between 3 and 254`),
    check('users_name_length', sql`length(${t.name}) between 1 and 100`),
    check('users_country_format', sql`${t.country} ~ '^[A-Z]{2}$'`),
    check('users_roles_known', sql`${t.roles} <@ array['moderator', 'admin']`),
  ],
);

export const sessions = pgTable(
  'sessions',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    userAgent: text('user_agent').notNull().default(''),
    address: text('address').notNull().default(''),
    createdAt: timestamptz('created_at').notNull(),
    lastUsedAt: timestamptz('last_used_at').notNull(),
    expiresAt: timestamptz('expires_at').notNull(),
    revokedAt: timestamptz('revoked_at'),
  },
  (t) => [
    index('sessions_user_id_idx').on(t.userId, t.lastUsedAt.desc().nullsFirst()),
    index('sessions_expires_at_idx').on(t.expiresAt),
  ],
);

/** Single-use links: only the SHA-256 of the token is kept. */
export const oneTimeTokens = pgTable(
  'one_time_tokens',
  {
    tokenHash: text('token_hash').primaryKey(),
    purpose: text('purpose').notNull(),
    /** Null for an invitation, which makes the account. */
    userId: uuid('user_id').references(() => users.id, { onDelete: 'cascade' }),
    /** Where an invitation was sent, if it was; it is bound to the token, not to the address. */
    email: citext('email'),
    createdBy: uuid('created_by').references(() => users.id, { onDelete: 'set null' }),
    expiresAt: timestamptz('expires_at').notNull(),
    usedAt: timestamptz('used_at'),
    createdAt: timestamptz('created_at').notNull(),
  },
  (t) => [
    check('one_time_tokens_purpose_known', sql`${t.purpose} in ('set_password', 'verify_email', 'invitation')`),
    check('one_time_tokens_user_known', sql`(${t.userId} is null) = (${t.purpose} = 'invitation')`),
    index('one_time_tokens_user_id_idx').on(t.userId),
    index('one_time_tokens_invitations_idx').on(t.createdAt.desc().nullsFirst()).where(sql`purpose = 'invitation'`),
  ],
);

/** Who a person is at an OpenID Connect provider. */
export const identities = pgTable(
  'identities',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    createdAt: timestamptz('created_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'identities_pkey', columns: [t.issuer, t.subject] }),
    index('identities_user_id_idx').on(t.userId),
  ],
);

/** What the bell shows: `kind` decides the words, `data` fills them in. */
export const notifications = pgTable(
  'notifications',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    kind: text('kind').notNull(),
    data: jsonb('data').$type<Record<string, string | number>>().notNull().default({}),
    /** A path of this store. */
    href: text('href').notNull(),
    createdAt: timestamptz('created_at').notNull(),
    readAt: timestamptz('read_at'),
  },
  (t) => [
    index('notifications_user_id_idx').on(t.userId, t.createdAt.desc().nullsFirst(), t.id),
    index('notifications_unread_idx').on(t.userId).where(sql`read_at is null`),
    check('notifications_href_here', sql`${t.href} ~ '^/[^/]'`),
  ],
);

export const organizations = pgTable(
  'organizations',
  {
    id: uuid('id').primaryKey(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    website: text('website'),
    country: text('country').notNull(),
    contactEmail: citext('contact_email'),
    /** The domain that was proven; null while unverified. */
    verifiedDomain: text('verified_domain'),
    verifiedAt: timestamptz('verified_at'),
    /** Suspended by an admin: nothing of it is listed or can be changed. */
    suspendedAt: timestamptz('suspended_at'),
    suspendedReason: text('suspended_reason'),
    /** `<source>:<developer>` of an imported catalogue; null for organisations made here. */
    importKey: text('import_key'),
    createdAt: timestamptz('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('organizations_slug_key').on(t.slug),
    uniqueIndex('organizations_import_key_key').on(t.importKey),
    uniqueIndex('organizations_verified_domain_key').on(t.verifiedDomain),
    check('organizations_slug_format', sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(${t.slug}) <= 120`),
    check('organizations_name_length', sql`length(${t.name}) between 1 and 200`),
    check('organizations_country_format', sql`${t.country} ~ '^[A-Z]{2}$'`),
    check('organizations_suspended_together', sql`(${t.suspendedAt} is null) = (${t.suspendedReason} is null)`),
    check('organizations_verified_together', sql`(${t.verifiedDomain} is null) = (${t.verifiedAt} is null)`),
  ],
);

export const organizationMembers = pgTable(
  'organization_members',
  {
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text('role').notNull(),
    createdAt: timestamptz('created_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'organization_members_pkey', columns: [t.organizationId, t.userId] }),
    index('organization_members_user_id_idx').on(t.userId),
    check('organization_members_role_known', sql`${t.role} in ('owner', 'admin', 'marketer', 'viewer')`),
  ],
);

/** Store-wide settings; a missing key has the default named in lib/settings.ts. */
export const settings = pgTable('settings', {
  key: text('key').primaryKey(),
  value: jsonb('value').notNull(),
  updatedAt: timestamptz('updated_at').notNull(),
  updatedBy: uuid('updated_by').references(() => users.id, { onDelete: 'set null' }),
});
