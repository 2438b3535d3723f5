import { settings } from '@/db/schema';
import type { Ctx } from './context';
import { defaultSettings, type LimitName, type Settings, settingsSchema } from './settings-schema';

export type { LimitName, Settings };

const cacheMs = 5_000;

type Cache = WeakMap<object, { at: number; value: Settings }>;

const store = globalThis as typeof globalThis & { pomonaSettings?: Cache };

// On globalThis: the server and Next's bundle hold two copies of this module.
store.pomonaSettings ??= new WeakMap();

/** The settings in force; cached in the process for 5 s. */
export async function getSettings(ctx: Pick<Ctx, 'db'>): Promise<Settings> {
  // A change while the database is being asked leaves this cache behind.
  const cache = store.pomonaSettings ?? forgetSettings();
  const cached = cache.get(ctx.db);
  if (cached && Date.now() - cached.at < cacheMs) return cached.value;
  const at = Date.now();
  const value = await readSettings(ctx);
  cache.set(ctx.db, { at, value });
  return value;
}

/** The settings as the database has them now. */
export async function readSettings(ctx: Pick<Ctx, 'db'>): Promise<Settings> {
  const rows = await ctx.db.select({ key: settings.key, value: settings.value }).from(settings);
  return withDefaults(Object.fromEntries(rows.map((row) => [row.key, row.value])));
}

function withDefaults(stored: Record<string, unknown>): Settings {
  const part = (key: 'legal' | 'commission' | 'limits') => ({ ...defaultSettings[key], ...(stored[key] as object) });
  const parts = { legal: part('legal'), commission: part('commission'), limits: part('limits') };
  return settingsSchema.parse({ ...defaultSettings, ...stored, ...parts });
}

/** Call it once a change is committed: this process reads the database anew. */
export function forgetSettings(): Cache {
  store.pomonaSettings = new WeakMap();
  return store.pomonaSettings;
}
