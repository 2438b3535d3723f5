import { AsyncLocalStorage } from 'node:async_hooks';

/** What the server knows of the request that is running; the log line is written from it. */
export type RequestScope = {
  requestId: string;
  userId?: string;
  /** A page failed because Postgres was not there. */
  isDatabaseAway?: boolean;
  /** The page says that there is nothing at its address: its document goes out as a 404. */
  isMissing?: boolean;
  /** Bytes of a streamed body: Next takes the header out, and the server puts it back. */
  contentLength?: number;
};

const store = globalThis as typeof globalThis & { pomonaRequestScope?: AsyncLocalStorage<RequestScope> };

// On globalThis: the server and Next's bundle hold two copies of this module.
store.pomonaRequestScope ??= new AsyncLocalStorage<RequestScope>();
const storage = store.pomonaRequestScope;

export const runInRequestScope = <T>(scope: RequestScope, fn: () => T): T => storage.run(scope, fn);

export const requestScope = (): RequestScope | undefined => storage.getStore();
