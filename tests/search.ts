import type { Ctx } from '@/lib/context';
import { indexCatalogue } from '@/lib/search/catch-up';
import type { SearchDocument } from '@/lib/search/documents';
import type { SearchEngine } from '@/lib/search/engine';

/** What a worker does within seconds: every app is found as it is now. */
export async function indexEverything(ctx: Ctx): Promise<void> {
  await indexCatalogue({ ...ctx, now: new Date() }, null);
}

export type MemoryEngine = SearchEngine & {
  documents: Map<string, SearchDocument>;
  /** Why it takes nothing; null when it does. */
  problem: string | null;
  /** Called before documents are taken. */
  onPut: (() => Promise<void>) | null;
  /** Ids that it was given, call by call. */
  puts: string[][];
};

/** An engine beside Postgres that keeps documents and finds by the beginning of names; at the edge, as a server is. */
export function memoryEngine(): MemoryEngine {
  const documents = new Map<string, SearchDocument>();
  const find = (q: string) =>
    [...documents.values()].filter((one) => one.normalisedName.startsWith(q)).map((one) => ({ ...one, score: 1 }));
  const requireWorking = () => {
    if (engine.problem !== null) throw new Error(engine.problem);
  };
  const engine: MemoryEngine = {
    name: 'meilisearch',
    documents,
    problem: null,
    onPut: null,
    puts: [],
    async search(_, { q, limit, offset }) {
      requireWorking();
      const found = find(q);
      return {
        candidates: found.slice(offset, offset + limit),
        total: found.length,
        isTotalCapped: false,
        facets: { category: {}, platform: {}, price: {}, minRating: {}, age: {} },
      };
    },
    async suggest(_, q, limit) {
      requireWorking();
      return find(q).slice(0, limit);
    },
    async put(_, some) {
      await engine.onPut?.();
      requireWorking();
      engine.puts.push(some.map(({ id }) => id));
      for (const one of some) documents.set(one.id, one);
    },
    async remove(_, ids) {
      requireWorking();
      for (const id of ids) documents.delete(id);
    },
    async *versions() {
      requireWorking();
      for (const [id, { version }] of [...documents].sort(([a], [b]) => (a < b ? -1 : 1))) yield { id, version };
    },
  };
  return engine;
}
