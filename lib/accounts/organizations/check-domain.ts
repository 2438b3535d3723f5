import { and, eq, ne, sql } from 'drizzle-orm';
import { domainClaims, organizations } from '@/db/schema';
import type { Tx } from '@/db/client';
import { appendAudit } from '@/lib/audit';
import { takeFromLimit } from '@/lib/cache/rate-limit';
import { type Ctx, inTransaction, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { publish } from '@/lib/events/publish';
import { getDomain } from './domain';
import { fetchText, internet, type Outside, Unreachable } from './outside';
import { requireMember } from './require-member';
import { dnsName, dnsValue, wellKnownPath } from './rules';
import type { DomainState } from './schema';

type Claim = { domain: string; token: string };
/** Null: the token is there; else why not, in words. */
type Finding = string | null;

/**
 * Looks for the token in the well-known file and in DNS, and on finding it in either makes the domain the organisation's;
 * on record. Publishes `organization.changed`. For owners and admins: throws as `requireMember` does, 409
 * `no_domain_claim`, 422 `domain_not_proven` with what was found, 409 `domain_taken` where another organisation has
 * proven it, 429 `rate_limited`.
 */
export async function checkDomain(ctx: Ctx, ref: string, outside: Outside = internet): Promise<DomainState> {
  const { userId } = requireUser(ctx);
  const { organizationId } = await requireMember(ctx, ref, 'manage');
  const [claim] = await ctx.db
    .select({ domain: domainClaims.domain, token: domainClaims.token })
    .from(domainClaims)
    .where(eq(domainClaims.organizationId, organizationId));
  if (!claim) throw noClaim();
  await takeFromLimit(ctx, 'domainChecks', userId);
  const [file, dns] = await Promise.all([lookAtFiles(outside, claim), lookAtDns(outside, claim)]);
  if (file !== null && dns !== null) {
    throw new AppError('unprocessable', 'domain_not_proven', {
      detail: `The token was not found. The file: ${file}. DNS: ${dns}.`,
      members: { file, dns },
    });
  }
  return inTransaction(ctx, async (ctx) => {
    await requireMember(ctx, organizationId, 'manage');
    await keepProof(ctx, organizationId, claim);
    const proven = await getDomain(ctx, organizationId);
    await appendAudit(ctx, {
      action: 'organization.domain_proven',
      subjectType: 'organization',
      subjectId: organizationId,
      changes: { domain: claim.domain, by: file === null ? 'file' : 'dns' },
    });
    return proven;
  });
}

const noClaim = () => new AppError('conflict', 'no_domain_claim', { detail: 'Name the domain first.' });

async function keepProof(ctx: Ctx & { db: Tx }, organizationId: string, { domain, token }: Claim): Promise<void> {
  // One at a time for a domain: of two organisations that prove it at once one comes too late.
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`domain:${domain}`}, 0))`);
  const others = await ctx.db.$count(
    organizations,
    and(eq(organizations.verifiedDomain, domain), ne(organizations.id, organizationId)),
  );
  if (others > 0) {
    throw new AppError('conflict', 'domain_taken', {
      detail: 'Another organisation has proven this domain. It has to give it up first.',
    });
  }
  // While we looked, somebody may have named another one.
  const used = await ctx.db
    .delete(domainClaims)
    .where(and(eq(domainClaims.organizationId, organizationId), eq(domainClaims.token, token)))
    .returning({ domain: domainClaims.domain });
  if (used.length === 0) throw noClaim();
  await ctx.db
    .update(organizations)
    .set({ verifiedDomain: domain, verifiedAt: ctx.now })
    .where(eq(organizations.id, organizationId));
  await publish(ctx, { type: 'organization.changed', payload: { organizationId } });
}

async function lookAtFiles(outside: Outside, claim: Claim): Promise<Finding> {
  const secure = await lookAtFile(outside, claim, 'https');
  if (secure === null) return null;
  const plain = await lookAtFile(outside, claim, 'http');
  if (plain === null) return null;
  return secure === plain ? secure : `${secure} by https, ${plain} by http`;
}

async function lookAtFile(outside: Outside, { domain, token }: Claim, scheme: 'https' | 'http'): Promise<Finding> {
  try {
    const text = await fetchText(outside, `${scheme}://${domain}${wellKnownPath}`);
    const lines = text.split(/\r?\n/).map((line) => line.replace(/^\ufeff/, '').trim());
    return lines.includes(token) || lines.includes(dnsValue(token)) ? null : 'it says something else';
  } catch (error) {
    if (error instanceof Unreachable) return error.message;
    throw error;
  }
}

async function lookAtDns(outside: Outside, { domain, token }: Claim): Promise<Finding> {
  try {
    const texts = await outside.textsOf(dnsName(domain));
    if (texts.some((text) => text.trim() === dnsValue(token))) return null;
    return texts.length > 0 ? 'the record says something else' : 'there is no such record';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return code === 'ENOTFOUND' || code === 'ENODATA' ? 'there is no such record' : 'no answer';
  }
}
