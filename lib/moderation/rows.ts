import { sql } from 'drizzle-orm';
import { mediaUrl, plainColor } from '@/lib/catalog/cards';
import type { AppReport } from './schema';

export type AppColumns = {
  app_id: string;
  app_slug: string;
  app_name: string;
  app_status: string;
  icon_id: string | null;
  color: string | null;
  organization_id: string;
  organization_slug: string;
  organization_name: string;
  verified_domain: string | null;
  is_suspended: boolean;
};

/** Of `a`, an app, and `o`, its organisation, with the icon that is live. */
export const appColumns = sql`
  a.id as app_id, a.slug as app_slug, a.name as app_name, a.status as app_status, m.id as icon_id, m.color,
  o.id as organization_id, o.slug as organization_slug, o.name as organization_name, o.verified_domain,
  o.suspended_at is not null as is_suspended`;

export const appJoins = sql`
  join organizations o on o.id = a.organization_id
  left join app_media m on m.app_id = a.id and m.kind = 'icon'`;

export const toApp = (row: AppColumns): AppReport['app'] => ({
  id: row.app_id,
  slug: row.app_slug,
  name: row.app_name,
  iconUrl: row.icon_id && mediaUrl(row.icon_id, 128),
  color: row.color ?? plainColor,
  status: row.app_status,
});

export const toOrganization = (row: AppColumns): AppReport['organization'] => ({
  id: row.organization_id,
  slug: row.organization_slug,
  name: row.organization_name,
  verifiedDomain: row.verified_domain,
  isSuspended: row.is_suspended,
});

export const toPerson = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });
