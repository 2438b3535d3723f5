import { testDatabase } from '@/tests/database';
import { createApp } from '@/tests/factories';
import { searchEngineContract } from '@/tests/search-engine-contract';
import { postgresEngine } from './engine';
import { refreshTerms } from './terms';

const database = testDatabase();

searchEngineContract('Postgres', async () => ({
  engine: postgresEngine,
  ctx: database.ctx(),
  async prepare(documents) {
    for (const { id, name } of documents) await createApp(database.db, { id, name });
  },
  settle: () => refreshTerms(database.ctx()),
}));
