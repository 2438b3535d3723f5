import { and, eq, isNull } from 'drizzle-orm';
import { organizationMembers, organizations, users } from '@/db/schema';
import type { Tx } from '@/db/client';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { getOrganization } from './queries';
import { maxOwnedOrganizations } from './rules';
import type { CreateOrganizationBody, Organization } from './schema';
import { slugCandidates } from './slug';

/**
 * Makes an organisation that I own, at an address made from its name; on record. For everybody who is signed in: throws
 * 401, 409 `too_many_organizations`.
 */
export async function createOrganization(ctx: Ctx, input: CreateOrganizationBody): Promise<Organization> {
  const { userId } = requireUser(ctx);
  return inTransaction(ctx, async (ctx) => {
    await requireRoomForOneMore(ctx, userId);
    const id = newId(ctx.now);
    const slug = await insertOrganization(ctx, id, input);
    await ctx.db.insert(organizationMembers).values({ organizationId: id, userId, role: 'owner', createdAt: ctx.now });
    const created = await getOrganization(ctx, id);
    await appendAudit(ctx, {
      action: 'organization.created',
      subjectType: 'organization',
      subjectId: id,
      changes: { slug, country: input.country },
      texts: { name: input.name },
    });
    return created;
  });
}

/** Locks the account, so that two requests at once are counted. */
async function requireRoomForOneMore(ctx: Ctx & { db: Tx }, userId: string): Promise<void> {
  const present = await ctx.db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.erasedAt)))
    .for('no key update');
  if (present.length === 0) {
    throw new AppError('unauthenticated', 'not_signed_in', { detail: 'This account is gone.' });
  }
  const owned = await ctx.db.$count(
    organizationMembers,
    and(eq(organizationMembers.userId, userId), eq(organizationMembers.role, 'owner')),
  );
  if (owned < maxOwnedOrganizations) return;
  throw new AppError('conflict', 'too_many_organizations', {
    detail: `You own ${maxOwnedOrganizations} organisations already.`,
  });
}

async function insertOrganization(ctx: Ctx & { db: Tx }, id: string, input: CreateOrganizationBody): Promise<string> {
  for (const slug of slugCandidates(input.name)) {
    const inserted = await ctx.db
      .insert(organizations)
      .values({ ...input, id, slug, createdAt: ctx.now })
      .onConflictDoNothing({ target: organizations.slug })
      .returning({ id: organizations.id });
    if (inserted.length > 0) return slug;
  }
  throw new AppError('unavailable', 'no_free_slug', { detail: 'Try once more.', retryAfterSeconds: 1 });
}
