import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/context';
import type { Event } from '@/lib/events/events';
import { type AnyHandler, defineHandler, SomeFailed } from '@/lib/events/handler';
import { publish } from '@/lib/events/publish';
import { uuids } from '@/lib/sql';
import type { SearchEngine } from './engine';
import { indexApps, NotTaken } from './index-apps';
import { otherEngine } from './other-engine';
import { postgresEngine } from './postgres/engine';

const batchSize = 100;
const atOnce = 1_000;

/** Whose documents become different ones by events of a type. */
const sources = {
  'app.changed': (_: Ctx, events: Event<'app.changed'>[]) => appsOf(events),
  'app.status_changed': (_: Ctx, events: Event<'app.status_changed'>[]) => appsOf(events),
  'organization.changed': async (ctx: Ctx, events: Event<'organization.changed'>[]) =>
    (await appsOfOrganizations(ctx, events)).slice(0, atOnce),
};

type Source = keyof typeof sources;

const idsOf = (type: Source, ctx: Ctx, events: Event[]) =>
  (sources[type] as (ctx: Ctx, events: Event[]) => string[] | Promise<string[]>)(ctx, events);

const appsOf = (events: Event<'app.changed' | 'app.status_changed'>[]) => events.map(({ payload }) => payload.appId);

async function appsOfOrganizations(ctx: Ctx, events: Event<'organization.changed'>[]): Promise<string[]> {
  const organizations = uuids(events.map(({ payload }) => payload.organizationId));
  const rows = await ctx.db.execute<{ id: string }>(
    sql`select id from apps where organization_id = any(${organizations}) and status = 'listed' order by id`,
  );
  return rows.map(({ id }) => id);
}

/** Of organisations with very many apps, what is not indexed at once is news of its own: no handler takes minutes. */
const spreadChange = defineHandler({
  name: 'search.organization_apps',
  event: 'organization.changed',
  batchSize,
  async handle(ctx, events) {
    for (const appId of (await appsOfOrganizations(ctx, events)).slice(atOnce)) {
      await publish(ctx, { type: 'app.changed', payload: { appId } });
    }
  },
});

const inPostgres = (type: Source): AnyHandler =>
  defineHandler({
    name: `search.postgres.${type}`,
    event: type,
    batchSize,
    async handle(ctx, events) {
      await indexApps(ctx, postgresEngine, await idsOf(type, ctx, events));
    },
  });

/**
 * No transaction is open while the other engine is told. To be told twice does it no harm; what it does not take fails
 * the events, and the queue brings them again.
 */
const inOtherEngine = (type: Source, find: () => SearchEngine | null): AnyHandler => ({
  name: `search.other.${type}`,
  event: type,
  batchSize,
  async run(ctx, events) {
    const engine = find();
    if (engine === null) return 0;
    try {
      await indexApps(ctx, engine, await idsOf(type, ctx, events));
    } catch (error) {
      if (!(error instanceof NotTaken)) throw error;
      throw new SomeFailed(new Map(events.map(({ id }) => [id, error.message])));
    }
    return events.length;
  },
});

/** What keeps both engines like the catalogue; `find` gives the one beside Postgres. */
export const searchHandlersWith = (find: () => SearchEngine | null): AnyHandler[] => [
  ...(Object.keys(sources) as Source[]).flatMap((type) => [inPostgres(type), inOtherEngine(type, find)]),
  spreadChange,
];

/** Changes of apps and organisations, found within seconds in whichever engine answers. */
export const searchHandlers = searchHandlersWith(otherEngine);
