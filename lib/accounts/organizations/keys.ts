import { and, asc, desc, eq, isNull, lte, or } from 'drizzle-orm';
import { apiKeys, users } from '@/db/schema';
import { hashOf } from '@/lib/accounts/one-time-links';
import { type Ctx, type KeyActor, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { requireMember } from './require-member';
import type { ApiKey } from './schema';

/** When a key was last used is written at most this often. */
const touchMs = 60_000;
const format = /^pk_[\w-]{43}$/;

/** Every key of an organisation, newest first, revoked ones too. For owners and admins: throws as `requireMember` does. */
export async function listKeys(ctx: Ctx, ref: string): Promise<ApiKey[]> {
  requireUser(ctx);
  const { organizationId } = await requireMember(ctx, ref, 'manage', { evenIfSuspended: true });
  const rows = await ctx.db
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      prefix: apiKeys.prefix,
      scopes: apiKeys.scopes,
      createdBy: users.name,
      createdAt: apiKeys.createdAt,
      lastUsedAt: apiKeys.lastUsedAt,
      revokedAt: apiKeys.revokedAt,
    })
    .from(apiKeys)
    .leftJoin(users, and(eq(users.id, apiKeys.createdBy), isNull(users.erasedAt)))
    .where(eq(apiKeys.organizationId, organizationId))
    .orderBy(desc(apiKeys.createdAt), asc(apiKeys.id));
  return rows.map((row) => ({
    ...row,
    scopes: row.scopes as ApiKey['scopes'],
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  }));
}

/**
 * Whom a key acts for, asked of the database each time, so that a revoked one stops at once. That it was used is noted
 * meanwhile. Throws 401 `key_invalid`.
 */
export async function findKeyActor(ctx: Ctx, key: string): Promise<KeyActor> {
  const [row] = format.test(key)
    ? await ctx.db
        .select({
          id: apiKeys.id,
          organizationId: apiKeys.organizationId,
          scopes: apiKeys.scopes,
          lastUsedAt: apiKeys.lastUsedAt,
        })
        .from(apiKeys)
        .where(and(eq(apiKeys.keyHash, hashOf(key)), isNull(apiKeys.revokedAt)))
    : [];
  if (!row) {
    throw new AppError('unauthenticated', 'key_invalid', {
      detail: 'This key was revoked or never worked.',
      headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
    });
  }
  if (row.lastUsedAt === null || ctx.now.getTime() - row.lastUsedAt.getTime() >= touchMs) void touchKey(ctx, row.id);
  return {
    kind: 'api_key',
    keyId: row.id,
    organizationId: row.organizationId,
    scopes: row.scopes as KeyActor['scopes'],
  };
}

/** Nobody waits for it, and that it fails matters to nobody. */
async function touchKey(ctx: Ctx, id: string): Promise<void> {
  const isStale = or(isNull(apiKeys.lastUsedAt), lte(apiKeys.lastUsedAt, new Date(ctx.now.getTime() - touchMs)));
  try {
    await ctx.db
      .update(apiKeys)
      .set({ lastUsedAt: ctx.now })
      .where(and(eq(apiKeys.id, id), isStale));
  } catch (error) {
    ctx.log.warn({ err: error, keyId: id }, 'the last use of a key was not noted');
  }
}
