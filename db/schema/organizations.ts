import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { organizations, users } from './accounts';
import { citext, timestamptz } from './columns';

const organizationId = () =>
  uuid('organization_id')
    .notNull()
    .references(() => organizations.id, { onDelete: 'cascade' });

/** Single-use links into an organisation: only the SHA-256 of the token is kept. */
export const organizationInvitations = pgTable(
  'organization_invitations',
  {
    id: uuid('id').primaryKey(),
    tokenHash: text('token_hash').notNull(),
    organizationId: organizationId(),
    role: text('role').notNull(),
    /** Where it was sent, if it was; it is bound to the token, not to the address. */
    email: citext('email'),
    createdBy: uuid('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: timestamptz('created_at').notNull(),
    expiresAt: timestamptz('expires_at').notNull(),
    usedAt: timestamptz('used_at'),
    usedBy: uuid('used_by').references(() => users.id, { onDelete: 'set null' }),
  },
  (t) => [
    uniqueIndex('organization_invitations_token_hash_key').on(t.tokenHash),
    index('organization_invitations_organization_idx').on(t.organizationId, t.createdAt.desc().nullsFirst()),
    check('organization_invitations_role_known', sql`${t.role} in ('owner', 'admin', 'marketer', 'viewer')`),
  ],
);

/** The domain that an organisation is about to prove; what was proven stands in `organizations`. */
export const domainClaims = pgTable('domain_claims', {
  organizationId: organizationId().primaryKey(),
  domain: text('domain').notNull(),
  token: text('token').notNull(),
  createdAt: timestamptz('created_at').notNull(),
});

/** Keys of programs that act for an organisation: only the SHA-256 of the key is kept. */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: uuid('id').primaryKey(),
    organizationId: organizationId(),
    name: text('name').notNull(),
    /** The beginning of the key, to tell keys apart. */
    prefix: text('prefix').notNull(),
    keyHash: text('key_hash').notNull(),
    scopes: text('scopes').array().notNull(),
    createdBy: uuid('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: timestamptz('created_at').notNull(),
    lastUsedAt: timestamptz('last_used_at'),
    revokedAt: timestamptz('revoked_at'),
  },
  (t) => [
    uniqueIndex('api_keys_key_hash_key').on(t.keyHash),
    index('api_keys_organization_idx').on(t.organizationId, t.createdAt.desc().nullsFirst()),
    check('api_keys_scopes_known', sql`${t.scopes} <@ array['read', 'listing', 'respond', 'release']`),
    check('api_keys_name_length', sql`length(${t.name}) between 1 and 100`),
  ],
);
