import { sql } from 'drizzle-orm';
import { defineHandler } from '@/lib/events/handler';
import { notify } from './notify';
import { membersPath } from './organizations/rules';
import { uuids } from '@/lib/sql';

const tellOfPasswordChange = defineHandler({
  name: 'accounts.notify_password_changed',
  event: 'account.password_changed',
  batchSize: 100,
  handle: (ctx, events) =>
    notify(
      ctx,
      ...events.map(({ payload: { userId } }) => ({
        userId,
        kind: 'password_changed' as const,
        data: {},
        href: '/account#sessions',
      })),
    ),
});

const tellOfNewMember = defineHandler({
  name: 'accounts.notify_member_joined',
  event: 'organization.joined',
  batchSize: 20,
  async handle(ctx, events) {
    const joined = events.map(({ payload }) => ({ organization_id: payload.organizationId, user_id: payload.userId }));
    const rows = await ctx.db.execute<{ user_id: string; slug: string; name: string; role: string }>(sql`
      select other.user_id, o.slug, o.name, joined.role
      from jsonb_to_recordset(${JSON.stringify(joined)}::text::jsonb) as j (organization_id uuid, user_id uuid)
      join organization_members joined on joined.organization_id = j.organization_id and joined.user_id = j.user_id
      join organizations o on o.id = j.organization_id
      join organization_members other on other.organization_id = j.organization_id and other.user_id <> j.user_id
      order by other.user_id, o.id`);
    await notify(
      ctx,
      ...rows.map((row) => ({
        userId: row.user_id,
        kind: 'member_joined' as const,
        data: { organization: row.name, role: row.role },
        href: membersPath(row.slug),
      })),
    );
  },
});

/** Nobody is left to answer for what an organisation's programs and links do once its last member has gone. */
const closeWhatErasedLeft = defineHandler({
  name: 'accounts.close_left_organizations',
  event: 'account.erased',
  batchSize: 20,
  async handle({ db, now }) {
    const isLeft = (table: string) => sql`not exists (
      select from organization_members m where m.organization_id = ${sql.identifier(table)}.organization_id)`;
    await db.execute(sql`
      update api_keys set revoked_at = ${now.toISOString()}::timestamptz
      where revoked_at is null and ${isLeft('api_keys')}`);
    await db.execute(sql`
      delete from organization_invitations where used_at is null and ${isLeft('organization_invitations')}`);
    await db.execute(sql`delete from domain_claims where ${isLeft('domain_claims')}`);
  },
});

/**
 * An organisation keeps its keys and the record of who was invited as what; neither says by whom any more, nor at which
 * other address somebody was written to.
 */
const forgetErasedMembers = defineHandler({
  name: 'accounts.forget_erased_members',
  event: 'account.erased',
  batchSize: 20,
  async handle({ db }, events) {
    const ids = events.map(({ payload }) => payload.userId);
    const people = uuids(ids);
    await db.execute(sql`update api_keys set created_by = null where created_by = any(${people})`);
    await db.execute(sql`update organization_invitations set created_by = null where created_by = any(${people})`);
    await db.execute(sql`
      update organization_invitations set used_by = null, email = null where used_by = any(${people})`);
  },
});

/** News about a person's own account and organisations, and what an erased account leaves behind in those. */
export const accountHandlers = [tellOfPasswordChange, tellOfNewMember, closeWhatErasedLeft, forgetErasedMembers];
