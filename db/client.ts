import { drizzle, PostgresJsSession } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from './schema';

// Every statement is prepared: to parse and plan most of ours takes Postgres longer than to run them. Drizzle prepares those
// that have a name, and only asks whether there is one.
const { prepareQuery } = PostgresJsSession.prototype;
PostgresJsSession.prototype.prepareQuery = function (
  this: InstanceType<typeof PostgresJsSession>,
  query,
  fields,
  name = 'prepared',
  ...rest
) {
  return prepareQuery.call(this, query, fields, name, ...rest);
} as typeof prepareQuery;

/** A pool of connections; nothing connects before the first query. */
export function connect(url: string, options: { max?: number; applicationName?: string } = {}) {
  const client = postgres(url, {
    max: options.max ?? 10,
    idle_timeout: 60,
    connect_timeout: 5,
    // Requests wait behind a reconnection: while Postgres is away they should hear so soon.
    backoff: () => 0.25,
    onnotice: () => {},
    connection: { application_name: options.applicationName ?? 'pomona', TimeZone: 'UTC' },
  });
  return Object.assign(drizzle(client, { schema }), { close: () => client.end({ timeout: 5 }) });
}

export type Db = ReturnType<typeof connect>;
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];
