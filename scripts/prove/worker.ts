import { connect } from '@/db/client';
import { logger } from '@/lib/logger';
import { runWorker } from '@/worker';

// A worker beside the processes of `prove:purchases`, with the real handlers.

const { DATABASE_URL: databaseUrl = '' } = process.env;
const worker = runWorker({
  db: connect(databaseUrl, { max: 5, applicationName: 'worker' }),
  databaseUrl,
  log: logger(),
});
process.on('disconnect', () => process.exit());
await worker.ready;
process.send?.('ready');
