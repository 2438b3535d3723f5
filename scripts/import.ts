import postgres from 'postgres';
import { importCatalogue, type Summary } from '@/lib/catalog/import/import-catalogue';
import { systemContext } from '@/lib/context';
import { closeDb } from '@/lib/database';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { openDatabase } from './database';
import { loadDemoIfEmpty } from './demo';
import { explain } from './environment';
import { showBar } from './import/bar';
import { indexForSearch } from './import/index-for-search';
import { type OpenFile, openFile } from './import/open-file';
import { type Options, readOptions } from './import/options';
import { createRejects, placeOfRejects } from './import/rejects';
import { createReasons, describe, reportOf } from './import/report';
import { readRows } from './import/rows';
import { migrate } from './migrate';
import { say } from './progress';

// npm run import -- FILE: exit status 0 when every row was taken, 3 when some were rejected, 1 when it failed,
// 130 when it was interrupted.

const status = { complete: 0, failed: 1, rejected: 3, interrupted: 130 };

/** Told to stop, the import ends with the batch that is being loaded. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  if (process.channel) {
    process.on('disconnect', stop);
    // Listening would keep this process alive.
    process.channel.unref();
  }
  return controller.signal;
}

async function main(): Promise<void> {
  const signal = interruption();
  const options = readOptions(process.argv.slice(2));
  const file = await openFile(options.file);
  try {
    const { rows, format } = await readRows(file, options);
    const { url, dataDir, close } = await openDatabase();
    try {
      await migrate(url);
      // A store with apps is no empty one: the demo would never be loaded after this.
      if (env().POMONA_DEMO) await loadDemoIfEmpty(url, dataDir);
      process.exitCode = await run(url, { ...options, file, path: options.file, rows, knownFormat: format, signal });
    } finally {
      await closeDb();
      await close();
    }
  } finally {
    await file.close();
  }
}

type Job = Omit<Options, 'file'> & {
  file: OpenFile;
  path: string;
  rows: Awaited<ReturnType<typeof readRows>>['rows'];
  knownFormat: Awaited<ReturnType<typeof readRows>>['format'];
  signal: AbortSignal;
};

async function run(url: string, job: Job): Promise<number> {
  const rejects = createRejects(job.rejectsFile ?? (await placeOfRejects(job.path)));
  const reasons = createReasons();
  let latest: Summary | undefined;
  const hideBar = showBar(job.name, job.file, () => latest);
  const started = performance.now();
  // One connection, because the temporary tables belong to it. Plans are made anew, because tables grow meanwhile.
  const sql = postgres(url, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    prepare: false,
    onnotice: () => undefined,
    connection: { application_name: 'pomona-import', TimeZone: 'UTC' },
  });
  try {
    const summary = await importCatalogue(systemContext('import'), sql, {
      rows: job.rows,
      format: job.knownFormat,
      isForced: job.format !== undefined,
      name: job.name,
      ...(job.batchRows === undefined ? {} : { batchRows: job.batchRows }),
      onBatch: (now) => {
        latest = now;
      },
      onRejects: async (rows) => {
        reasons.add(rows);
        await rejects.write(rows);
      },
      signal: job.signal,
    });
    const isComplete = !job.signal.aborted;
    const report = reportOf({
      name: job.name,
      format: job.knownFormat.name,
      summary,
      seconds: (performance.now() - started) / 1000,
      rejectsFile: rejects.path,
      isComplete,
    });
    hideBar();
    process.stdout.write(`${job.isJson ? JSON.stringify(report) : describe(report, reasons.lines())}\n`);
    if (!isComplete) return status.interrupted;
    if (job.isIndexed && summary.created + summary.changed > 0) await makeFound(job.signal);
    return summary.rejected > 0 ? status.rejected : status.complete;
  } catch (error) {
    hideBar();
    if (latest && latest.read > 0) {
      const taken = latest.created + latest.changed + latest.unchanged;
      say(`${taken} rows were taken before it failed; run it again to complete it.`);
    }
    throw error;
  } finally {
    await rejects.close();
    await sql.end({ timeout: 5 });
  }
}

/** The rows are in the store, whatever becomes of this. */
async function makeFound(signal: AbortSignal): Promise<void> {
  try {
    await indexForSearch(signal);
  } catch (error) {
    say(
      `${explain(error) ?? String(error)} Search does not know all apps yet: the worker of the store goes on with it.`,
    );
  }
}

main().catch((error: unknown) => {
  const sentence = error instanceof AppError ? error.message : explain(error);
  say(sentence ?? String(error instanceof Error ? error.stack : error));
  process.exitCode = status.failed;
});
