import { eq, sql } from 'drizzle-orm';
import { apiKeys, domainClaims, organizationInvitations, organizationMembers, organizations } from '@/db/schema';
import type { Tx } from '@/db/client';
import type { Ctx } from '@/lib/context';

/**
 * Ends an organisation that has no apps any more, for the command that has authorised and locked it. One that the books,
 * or answers to reviews, speak of stays as a name that nobody belongs to. Gives whether it does.
 */
export async function closeOrganization(ctx: Ctx & { db: Tx }, organizationId: string): Promise<boolean> {
  const [found] = await ctx.db.execute<{ is_kept: boolean }>(sql`
    select exists (select from ledger_entries where account = ${`organization:${organizationId}:payable`})
      or exists (select from payouts where organization_id = ${organizationId})
      or exists (select from review_responses where organization_id = ${organizationId}) as is_kept`);
  if (!found?.is_kept) {
    await ctx.db.delete(organizations).where(eq(organizations.id, organizationId));
    return false;
  }
  for (const table of [organizationMembers, organizationInvitations, apiKeys, domainClaims]) {
    await ctx.db.delete(table).where(eq(table.organizationId, organizationId));
  }
  await ctx.db
    .update(organizations)
    .set({ description: '', website: null, contactEmail: null, verifiedDomain: null, verifiedAt: null })
    .where(eq(organizations.id, organizationId));
  return true;
}
