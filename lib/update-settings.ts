import { isDeepStrictEqual } from 'node:util';
import { sql } from 'drizzle-orm';
import { settings } from '@/db/schema';
import type { Tx } from '@/db/client';
import { appendAudit } from './audit';
import { type Ctx, inTransaction, requireRole } from './context';
import { forgetSettings, readSettings } from './settings';
import { defaultSettings, type Settings, type SettingsPatch, type SettingsView } from './settings-schema';

type Change = Record<string, { from: unknown; to: unknown }>;

const partsOf = ['legal', 'commission', 'limits'] as const;
const isPart = (key: string): key is (typeof partsOf)[number] => partsOf.includes(key as (typeof partsOf)[number]);

/** What differs between two sets of settings, by path: `storeName`, `limits.search`. */
export function differences(from: Settings, to: Settings): Change {
  const change: Change = {};
  const compare = (path: string, a: unknown, b: unknown) => {
    if (!isDeepStrictEqual(a, b)) change[path] = { from: a, to: b };
  };
  for (const key of Object.keys(from) as (keyof Settings)[]) {
    if (!isPart(key)) compare(key, from[key], to[key]);
    else
      for (const name of Object.keys(from[key])) {
        const member = (of: Settings) => (of[key] as Record<string, unknown>)[name];
        compare(`${key}.${name}`, member(from), member(to));
      }
  }
  return change;
}

const viewOf = (values: Settings): SettingsView => ({
  values,
  defaults: defaultSettings,
  changed: Object.keys(differences(defaultSettings, values)),
});

/** Every setting as the database has it, with what nobody changed. For admins: throws 401, 403 `role_required`. */
export async function viewSettings(ctx: Ctx): Promise<SettingsView> {
  requireRole(ctx, 'admin');
  return viewOf(await readSettings(ctx));
}

/**
 * Changes settings, each on its own: of two admins at once neither loses what only they changed, and of one setting the
 * last writer's value stays. In force in this process at once, in others within 5 s. Audited; nothing is written where
 * nothing differs. For admins: throws 401, 403 `role_required`.
 */
export async function updateSettings(ctx: Ctx, patch: SettingsPatch): Promise<SettingsView> {
  requireRole(ctx, 'admin');
  const values = await inTransaction(ctx, async (ctx) => {
    return writeSettings(ctx, (before) => ({
      ...before,
      ...patch,
      legal: { ...before.legal, ...patch.legal },
      commission: { ...before.commission, ...patch.commission },
      limits: { ...before.limits, ...patch.limits },
    }));
  });
  forgetSettings();
  return viewOf(values);
}

/**
 * Puts what `change` makes of the settings in the place of what is stored, one writer at a time, and audits it. For
 * commands that have authorised; they call `forgetSettings` after their commit. Call it last in the transaction.
 */
export async function writeSettings(ctx: Ctx & { db: Tx }, change: (before: Settings) => Settings): Promise<Settings> {
  // Readers go on; a second writer waits, so that nobody writes what he read before the other.
  await ctx.db.execute(sql`lock table settings in share row exclusive mode`);
  const before = await readSettings(ctx);
  const after = change(before);
  const changes = differences(before, after);
  const keys = [...new Set(Object.keys(changes).map((path) => path.split('.')[0] as keyof Settings))];
  if (keys.length === 0) return before;
  const updatedBy = ctx.actor.kind === 'user' ? ctx.actor.userId : null;
  await ctx.db
    .insert(settings)
    .values(keys.map((key) => ({ key, value: stored(after[key]), updatedAt: ctx.now, updatedBy })))
    .onConflictDoUpdate({
      target: settings.key,
      set: { value: sql`excluded.value`, updatedAt: ctx.now, updatedBy },
    });
  await appendAudit(ctx, { action: 'settings.changed', subjectType: 'settings', subjectId: 'store', changes });
  return after;
}

// jsonb null, not SQL's.
const stored = (value: unknown) => (value === null ? sql`'null'::jsonb` : value);
