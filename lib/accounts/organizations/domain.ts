import { eq } from 'drizzle-orm';
import { domainClaims, organizations } from '@/db/schema';
import { newToken } from '@/lib/accounts/one-time-links';
import { appendAudit } from '@/lib/audit';
import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import { publish } from '@/lib/events/publish';
import { lockOrganization } from './lock-organization';
import { requireMember } from './require-member';
import { dnsName, dnsValue, wellKnownPath } from './rules';
import type { DomainState } from './schema';

/** The domain that was proven and the one that is about to be. For members, all of them. */
export async function getDomain(ctx: Ctx, ref: string): Promise<DomainState> {
  requireUser(ctx);
  const { organizationId } = await requireMember(ctx, ref, 'read');
  const [row] = await ctx.db
    .select({
      verifiedDomain: organizations.verifiedDomain,
      verifiedAt: organizations.verifiedAt,
      domain: domainClaims.domain,
      token: domainClaims.token,
    })
    .from(organizations)
    .leftJoin(domainClaims, eq(domainClaims.organizationId, organizations.id))
    .where(eq(organizations.id, organizationId));
  const { domain = null, token = null } = row ?? {};
  return {
    verifiedDomain: row?.verifiedDomain ?? null,
    verifiedAt: row?.verifiedAt?.toISOString() ?? null,
    claim:
      domain === null || token === null
        ? null
        : {
            domain,
            fileUrl: `https://${domain}${wellKnownPath}`,
            fileText: token,
            dnsName: dnsName(domain),
            dnsValue: dnsValue(token),
          },
  };
}

/**
 * Names the domain to prove, and with it what to put there; the same domain keeps its token, and what is proven stays so
 * until the new one is. On record. For owners and admins: throws as `requireMember` does.
 */
export async function nameDomain(ctx: Ctx, ref: string, domain: string): Promise<DomainState> {
  requireUser(ctx);
  const { organizationId } = await requireMember(ctx, ref, 'manage');
  return inTransaction(ctx, async (ctx) => {
    await lockOrganization(ctx, organizationId);
    const before = await getDomain(ctx, organizationId);
    if (before.claim?.domain === domain) return before;
    const claim = { domain, token: newToken(), createdAt: ctx.now };
    await ctx.db
      .insert(domainClaims)
      .values({ organizationId, ...claim })
      .onConflictDoUpdate({ target: domainClaims.organizationId, set: claim });
    const after = await getDomain(ctx, organizationId);
    await appendAudit(ctx, {
      action: 'organization.domain_named',
      subjectType: 'organization',
      subjectId: organizationId,
      changes: { domain },
    });
    return after;
  });
}

/**
 * Gives up the proven domain and an open claim; on record. Publishes `organization.changed` where one was proven. For
 * owners and admins: throws as `requireMember` does.
 */
export async function giveUpDomain(ctx: Ctx, ref: string): Promise<void> {
  requireUser(ctx);
  const { organizationId } = await requireMember(ctx, ref, 'manage');
  await inTransaction(ctx, async (ctx) => {
    await lockOrganization(ctx, organizationId);
    const { verifiedDomain, claim } = await getDomain(ctx, organizationId);
    if (verifiedDomain === null && claim === null) return;
    await ctx.db
      .update(organizations)
      .set({ verifiedDomain: null, verifiedAt: null })
      .where(eq(organizations.id, organizationId));
    await ctx.db.delete(domainClaims).where(eq(domainClaims.organizationId, organizationId));
    if (verifiedDomain !== null) {
      await publish(ctx, { type: 'organization.changed', payload: { organizationId } });
    }
    await appendAudit(ctx, {
      action: 'organization.domain_given_up',
      subjectType: 'organization',
      subjectId: organizationId,
      changes: { verifiedDomain, claimed: claim?.domain ?? null },
    });
  });
}
