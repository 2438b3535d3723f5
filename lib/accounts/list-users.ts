import { and, arrayContains, asc, desc, eq, gt, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { users } from '@/db/schema';
import { type Ctx, requireRole } from '@/lib/context';
import { decodeCursor, encodeCursor, type Page, toPage } from '@/lib/cursor';
import { isId } from '@/lib/ids';
import { isStaff } from './last-admin';
import { normaliseEmail } from './rules';
import type { PeopleQuery, Person } from './schema';

export const personColumns = {
  id: users.id,
  email: users.email,
  name: users.name,
  country: users.country,
  roles: users.roles,
  isDemo: users.isDemo,
  suspendedAt: users.suspendedAt,
  createdAt: users.createdAt,
};

type Row = Omit<Person, 'roles' | 'suspendedAt' | 'createdAt'> & {
  roles: string[];
  suspendedAt: Date | null;
  createdAt: Date;
};

export const toPerson = (row: Row): Person => ({
  ...row,
  roles: row.roles as Person['roles'],
  suspendedAt: row.suspendedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
});

// Sorts after every character that an address of this store can have, under any collation.
const afterAscii = '\u9fa5';

/** The beginning of an address as a range of users_email_key; the last condition is exact under any collation. */
function beginsWith(prefix: string): SQL | undefined {
  return and(
    sql`${users.email} >= ${prefix}::citext`,
    sql`${users.email} < ${prefix + afterAscii}::citext`,
    sql`starts_with(lower(${users.email}::text), ${prefix})`,
  );
}

/**
 * Accounts that are not erased: newest first, or by address where the beginning of one is asked for. For admins: throws
 * 401, 403 `role_required`, 400 `invalid_cursor`.
 */
export async function listUsers(ctx: Ctx, { q, role, limit, cursor }: PeopleQuery): Promise<Page<Person>> {
  requireRole(ctx, 'admin');
  const prefix = normaliseEmail(q ?? '');
  const isByEmail = prefix !== '' && !isId(prefix);
  const kind = isByEmail ? 'users:email' : 'users:newest';
  const after = cursor ? decodeCursor(kind, cursor, [isByEmail ? z.string() : z.uuid()])[0] : null;
  const rows = await ctx.db
    .select(personColumns)
    .from(users)
    .where(
      and(
        isNull(users.erasedAt),
        role && and(isStaff, arrayContains(users.roles, [role])),
        prefix === '' ? undefined : isByEmail ? beginsWith(prefix) : eq(users.id, prefix),
        after === null ? undefined : isByEmail ? gt(users.email, after) : lt(users.id, after),
      ),
    )
    .orderBy(isByEmail ? asc(users.email) : desc(users.id))
    .limit(limit + 1);
  return toPage(rows, limit, (row) => encodeCursor(kind, [isByEmail ? row.email : row.id]), toPerson);
}
