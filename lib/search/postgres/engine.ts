import type { EngineAnswer, SearchEngine } from '../engine';
import { documentVersions, putDocuments, removeDocuments } from './put';
import { searchStatement } from './statement';
import { suggestStatement } from './suggestions';

/** Search in the store's own Postgres: one statement, one round trip. Design and figures: docs/decisions/003-search.md. */
export const postgresEngine: SearchEngine = {
  name: 'postgres',

  async search(ctx, query) {
    const [row] = await ctx.db.execute<EngineAnswer>(searchStatement(query));
    if (!row) throw new Error('a search gave no row');
    return row;
  },

  async suggest(ctx, q, limit) {
    if (q === '') return [];
    const [row] = await ctx.db.execute<Pick<EngineAnswer, 'candidates'>>(suggestStatement(q, limit));
    return row?.candidates ?? [];
  },

  put: putDocuments,
  remove: removeDocuments,
  versions: documentVersions,
};
