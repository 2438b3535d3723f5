import { type SQL, sql } from 'drizzle-orm';
import { users } from '@/db/schema';
import { type Ctx, requireUser } from '@/lib/context';
import { takeFromLimit } from '@/lib/cache/rate-limit';
import { type ExportSection, exportSections } from './rules';

/** Rows that are in memory at a time. */
const pageSize = 1_000;

type Key = { column: SQL; type: 'timestamptz' | 'uuid' | 'text' | 'bigint' };

type Section = {
  /** What the object of a row is made of. */
  columns: SQL;
  from: (userId: string) => SQL;
  /** Unlike for any two rows, in the order of the index that serves them. */
  keys: Key[];
};

const time = (column: SQL): Key => ({ column, type: 'timestamptz' });
const id = (column: SQL): Key => ({ column, type: 'uuid' });
const text = (column: SQL): Key => ({ column, type: 'text' });

const app = sql`jsonb_build_object('id', a.id, 'slug', a.slug, 'name', a.name) as app`;

const sections: Record<ExportSection, Section> = {
  sessions: {
    columns: sql`s.id, s.user_agent as "userAgent", s.address, s.created_at as "createdAt", s.last_used_at as "lastUsedAt",
      s.expires_at as "expiresAt", s.revoked_at as "revokedAt"`,
    from: (me) => sql`sessions s where s.user_id = ${me}`,
    keys: [time(sql`s.last_used_at`), id(sql`s.id`)],
  },
  identities: {
    columns: sql`i.issuer, i.subject, i.created_at as "createdAt"`,
    from: (me) => sql`identities i where i.user_id = ${me}`,
    keys: [text(sql`i.issuer`), text(sql`i.subject`)],
  },
  memberships: {
    columns: sql`jsonb_build_object('slug', o.slug, 'name', o.name) as organization, m.role, m.created_at as "createdAt"`,
    from: (me) => sql`organization_members m join organizations o on o.id = m.organization_id where m.user_id = ${me}`,
    keys: [id(sql`m.organization_id`)],
  },
  paymentMethods: {
    columns: sql`p.id, p.provider, p.label, p.is_default as "isDefault", p.created_at as "createdAt"`,
    from: (me) => sql`payment_methods p where p.user_id = ${me} and p.deleted_at is null`,
    keys: [id(sql`p.id`)],
  },
  purchases: {
    columns: sql`p.id, ${app}, p.amount_minor as "amountMinor", p.currency, p.country, p.kind, p.status, p.provider,
      p.created_at as "createdAt", p.purchased_at as "purchasedAt", p.expires_at as "expiresAt", p.refunded_at as "refundedAt"`,
    from: (me) => sql`purchases p join apps a on a.id = p.app_id where p.user_id = ${me}`,
    keys: [time(sql`p.created_at`), id(sql`p.id`)],
  },
  refunds: {
    columns: sql`r.id, r.purchase_id as "purchaseId", r.amount_minor as "amountMinor", r.currency, r.reason, r.status,
      r.created_at as "createdAt", r.decided_at as "decidedAt", r.finished_at as "finishedAt"`,
    from: (me) => sql`refunds r where r.user_id = ${me}`,
    keys: [time(sql`r.created_at`), id(sql`r.id`)],
  },
  entitlements: {
    columns: sql`e.id, e.purchase_id as "purchaseId", ${app}, e.is_active as "isActive", e.granted_at as "grantedAt",
      e.revoked_at as "revokedAt"`,
    from: (me) => sql`purchases p join entitlements e on e.purchase_id = p.id join apps a on a.id = e.app_id
      where p.user_id = ${me}`,
    keys: [time(sql`p.created_at`), id(sql`p.id`)],
  },
  downloads: {
    columns: sql`d.id, ${app}, v.version, v.platform, d.country, d.created_at as "createdAt"`,
    from: (me) => sql`deliveries d join apps a on a.id = d.app_id join app_versions v on v.id = d.version_id
      where d.user_id = ${me}`,
    keys: [id(sql`d.app_id`), time(sql`d.created_at`), id(sql`d.id`)],
  },
  reviews: {
    columns: sql`r.id, ${app}, r.rating, r.title, r.body, r.status, r.app_version as "appVersion", r.country,
      r.helpful_count as "helpfulCount", r.unhelpful_count as "unhelpfulCount", r.created_at as "createdAt",
      r.edited_at as "editedAt", (
        select jsonb_agg(jsonb_build_object('revision', v.revision, 'rating', v.rating, 'title', v.title, 'body', v.body,
          'appVersion', v.app_version, 'createdAt', v.created_at) order by v.revision)
        from review_revisions v where v.review_id = r.id
      ) as revisions, (
        select jsonb_build_object('text', e.text, 'createdAt', e.created_at, 'outcome', e.outcome)
        from appeals e where e.review_id = r.id
      ) as appeal`,
    from: (me) => sql`reviews r join apps a on a.id = r.app_id where r.user_id = ${me} and r.deleted_at is null`,
    keys: [id(sql`r.app_id`)],
  },
  votes: {
    columns: sql`v.review_id as "reviewId", v.is_helpful as "isHelpful", v.created_at as "createdAt"`,
    from: (me) => sql`review_votes v where v.user_id = ${me}`,
    keys: [id(sql`v.review_id`)],
  },
  wishlist: {
    columns: sql`${app}, w.created_at as "createdAt"`,
    from: (me) => sql`wishlist_items w join apps a on a.id = w.app_id where w.user_id = ${me}`,
    keys: [time(sql`w.created_at`), id(sql`w.app_id`)],
  },
  reports: {
    columns: sql`r.id, ${app}, r.reason, r.note, r.created_at as "createdAt", r.resolved_at as "resolvedAt"`,
    from: (me) => sql`app_reports r join apps a on a.id = r.app_id where r.user_id = ${me}`,
    keys: [id(sql`r.id`)],
  },
  reviewReports: {
    columns: sql`r.id, r.review_id as "reviewId", r.reason, r.note, r.created_at as "createdAt",
      r.resolved_at as "resolvedAt"`,
    from: (me) => sql`review_reports r where r.user_id = ${me}`,
    keys: [id(sql`r.id`)],
  },
  notifications: {
    columns: sql`n.id, n.kind, n.data, n.href, n.created_at as "createdAt", n.read_at as "readAt"`,
    from: (me) => sql`notifications n where n.user_id = ${me}`,
    keys: [time(sql`n.created_at`), id(sql`n.id`)],
  },
  mails: {
    columns: sql`m.id, m.kind, m.subject, m.created_at as "createdAt", m.sent_at as "sentAt"`,
    from: (me) => sql`mails m where m.user_id = ${me}`,
    keys: [id(sql`m.id`)],
  },
  auditEntries: {
    columns: sql`l.sequence, l.action, l.subject_type as "subjectType", l.subject_id as "subjectId", l.reason,
      l.created_at as "createdAt"`,
    from: (me) => sql`audit_log l where l.actor_id = ${me}`,
    keys: [{ column: sql`l.sequence`, type: 'bigint' }],
  },
};

/**
 * Everything about me as the text of one JSON document, in pieces: read a page at a time, so that an account of any size
 * takes as little memory as a small one. Throws 401, and 429 `rate_limited`, before the first piece.
 */
export async function exportMe(ctx: Ctx): Promise<AsyncGenerator<string>> {
  const { userId } = requireUser(ctx);
  await takeFromLimit(ctx, 'exports', userId);
  return pieces(ctx, userId);
}

async function* pieces(ctx: Ctx, userId: string): AsyncGenerator<string> {
  const profile = await ctx.db.execute<{ profile: string }>(sql`
    select jsonb_build_object('id', id, 'email', email, 'name', name, 'country', country,
      'countryChangedAt', country_changed_at, 'roles', roles, 'emailVerifiedAt', email_verified_at,
      'hasPassword', password_hash is not null, 'createdAt', created_at)::text as profile
    from ${users} where id = ${userId}`);
  yield `{\n"exportedAt": ${JSON.stringify(ctx.now.toISOString())},\n"profile": ${profile[0]?.profile ?? '{}'}`;
  for (const name of exportSections) {
    yield `,\n${JSON.stringify(name)}: [`;
    let separator = '\n';
    for await (const rows of pagesOf(ctx, sections[name], userId)) {
      yield separator + rows.join(',\n');
      separator = ',\n';
    }
    yield separator === '\n' ? ']' : '\n]';
  }
  yield '\n}\n';
}

async function* pagesOf(ctx: Ctx, { columns, from, keys }: Section, userId: string): AsyncGenerator<string[]> {
  const order = sql.join(
    keys.map(({ column }) => column),
    sql`, `,
  );
  const asText = sql.join(
    keys.map(({ column }) => sql`${column}::text`),
    sql`, `,
  );
  let beyond = sql``;
  for (;;) {
    const rows = await ctx.db.execute<{ json: string; keys: string[] }>(sql`
      select array[${asText}] as keys, (select to_jsonb(row)::text from (select ${columns}) row) as json
      from ${from(userId)} ${beyond} order by ${order} limit ${pageSize}`);
    if (rows.length > 0) yield rows.map(({ json }) => json);
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    const values = keys.map(({ type }, i) => sql`${last.keys[i]}::${sql.raw(type)}`);
    beyond = sql`and (${order}) > (${sql.join(values, sql`, `)})`;
  }
}
