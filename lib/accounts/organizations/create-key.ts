import { randomBytes } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { apiKeys, users } from '@/db/schema';
import { hashOf } from '@/lib/accounts/one-time-links';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { lockOrganization } from './lock-organization';
import { requireMember } from './require-member';
import { keyPrefix, keyScopes, maxLiveKeys } from './rules';
import type { CreateKeyBody, NewApiKey } from './schema';

/** So much of a key is shown later, to tell keys apart. */
const shownLength = keyPrefix.length + 6;

/**
 * Makes a key with which a program acts for the organisation; its answer alone ever shows it. On record. For owners and
 * admins: throws as `requireMember` does, and 409 `too_many_keys`.
 */
export async function createKey(ctx: Ctx, { organization, name, scopes }: CreateKeyBody): Promise<NewApiKey> {
  const { userId } = requireUser(ctx);
  const { organizationId } = await requireMember(ctx, organization, 'manage');
  const key = `${keyPrefix}${randomBytes(32).toString('base64url')}`;
  const id = newId(ctx.now);
  const prefix = key.slice(0, shownLength);
  const given = keyScopes.filter((scope) => scopes.includes(scope));
  return inTransaction(ctx, async (ctx) => {
    await lockOrganization(ctx, organizationId);
    await requireMember(ctx, organizationId, 'manage');
    const isLive = and(eq(apiKeys.organizationId, organizationId), isNull(apiKeys.revokedAt));
    if ((await ctx.db.$count(apiKeys, isLive)) >= maxLiveKeys) {
      throw new AppError('conflict', 'too_many_keys', {
        detail: `It has ${maxLiveKeys} keys that work. Revoke one that is not used any more.`,
      });
    }
    const [maker] = await ctx.db.select({ name: users.name }).from(users).where(eq(users.id, userId));
    await ctx.db.insert(apiKeys).values({
      id,
      organizationId,
      name,
      prefix,
      keyHash: hashOf(key),
      scopes: given,
      createdBy: userId,
      createdAt: ctx.now,
    });
    await appendAudit(ctx, {
      action: 'api_key.created',
      subjectType: 'api_key',
      subjectId: id,
      changes: { organizationId, scopes: given },
      texts: { name },
    });
    return {
      id,
      name,
      prefix,
      scopes: given,
      createdBy: maker?.name ?? null,
      createdAt: ctx.now.toISOString(),
      lastUsedAt: null,
      revokedAt: null,
      key,
    };
  });
}
