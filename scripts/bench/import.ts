import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import postgres, { type Sql } from 'postgres';
import { openDatabase } from '../database';
import { explain, repositoryDir } from '../environment';
import { openFile } from '../import/open-file';
import type { Report } from '../import/report';
import { readRows } from '../import/rows';
import { migrate } from '../migrate';
import { say, step } from '../progress';
import { Refusal } from '../refusal';
import { copyIntoStaging, copyIntoTables } from './bare-copy';
import { withScratchDatabase } from './database';
import { writeGeneratedCatalogue } from './generated-catalogue';
import { printTable } from '../table';

// npm run bench:import -- [--rows N] [--memory-rows N]: rows a second of `npm run import`, the whole command in a process
// of its own, against COPY alone; and its peak memory over many rows.

const catalogues = join(repositoryDir, '..', 'shared', 'data', 'catalogue');
const realFiles = [
  'apple_2017.ndjson.gz',
  'apple_games_2019.ndjson.gz',
  'google_play_2018.ndjson',
  'google_play_2021.ndjson',
  'flathub_2025.ndjson',
  'fdroid_2026.ndjson',
  'obsidian_2026.ndjson',
];

function count(name: string, text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text);
  if (!Number.isInteger(value) || value < 0) throw new Refusal(`--${name} takes a number of rows.`);
  return value;
}

/** The command itself, as people run it. */
function runImport(databaseUrl: string, file: string, dir: string): Promise<Report> {
  return new Promise((resolve, reject) => {
    const args = [
      join(repositoryDir, 'scripts', 'run.mjs'),
      'import',
      file,
      '--json',
      '--no-index',
      '--rejects',
      join(dir, 'rejects.ndjson'),
    ];
    const child = spawn(process.execPath, args, {
      cwd: repositoryDir,
      env: { ...process.env, DATABASE_URL: databaseUrl, POMONA_DEMO: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0 || status === 3) resolve(JSON.parse(output) as Report);
      else reject(new Refusal(`The import of ${file} ended with status ${status}.`));
    });
  });
}

async function rowsOf(path: string): Promise<Record<string, unknown>[]> {
  const file = await openFile(path);
  try {
    const { rows } = await readRows(file, { file: path, name: basename(path), format: undefined });
    const all: Record<string, unknown>[] = [];
    for await (const chunk of rows) for (const { value } of chunk) all.push(value as Record<string, unknown>);
    return all;
  } finally {
    await file.close();
  }
}

type Line = { name: string; report: Report; again: Report; staging: number; tables: number };

/** Works with an empty store of its own. */
const withEmptyStore = <T>(work: (url: string, sql: Sql) => Promise<T>): Promise<T> =>
  withScratchDatabase(async (url) => {
    await migrate(url);
    const sql = postgres(url, { max: 1, onnotice: () => undefined });
    try {
      return await work(url, sql);
    } finally {
      await sql.end({ timeout: 5 });
    }
  });

const measure = (path: string, dir: string): Promise<Line> =>
  step(`Importing ${basename(path)}`, (progress) =>
    withEmptyStore(async (url, sql) => {
      progress('COPY into a staging table');
      const staging = await copyIntoStaging(sql, await rowsOf(path));
      progress('import');
      const report = await runImport(url, path, dir);
      progress('the same again');
      const again = await runImport(url, path, dir);
      progress('COPY into the same tables');
      const tables = await withEmptyStore((_, other) => copyIntoTables(url, other, join(dir, 'rows')));
      return { name: basename(path), report, again, staging, tables };
    }),
  );

function show(lines: readonly Line[]): void {
  process.stdout.write('\nImport of a catalogue, rows a second; ratios are import ÷ COPY alone of the same rows\n\n');
  printTable(
    [
      '',
      'rows',
      'import',
      'again, unchanged',
      'COPY, same tables',
      'ratio',
      'COPY, staging',
      'ratio to staging',
      'peak MB',
    ],
    lines.map(({ name, report, again, staging, tables }) => {
      const { read, rowsPerSecond, peakMemoryMb } = report;
      const ofTables = read / tables;
      const ofStaging = read / staging;
      return [
        name,
        read,
        rowsPerSecond,
        again.rowsPerSecond,
        ofTables,
        rowsPerSecond / ofTables,
        ofStaging,
        rowsPerSecond / ofStaging,
        peakMemoryMb,
      ];
    }),
  );
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rows: { type: 'string' }, 'memory-rows': { type: 'string' } } });
  const rows = count('rows', values.rows, 200_000);
  const memoryRows = count('memory-rows', values['memory-rows'], 1_000_000);
  const dir = mkdtempSync(join(tmpdir(), 'pomona-bench-'));
  // One server for all the databases.
  const server = await openDatabase();
  try {
    const lines: Line[] = [];
    if (rows > 0) {
      const generated = join(dir, 'generated.ndjson');
      await step(`Inventing ${rows} rows`, () => writeGeneratedCatalogue(generated, rows));
      lines.push(await measure(generated, dir));
      rmSync(generated);
    }
    for (const file of realFiles.map((name) => join(catalogues, name))) {
      if (existsSync(file)) lines.push(await measure(file, dir));
    }
    if (!existsSync(catalogues)) say(`The real catalogues are not at ${catalogues}: generated rows only.`);
    show(lines);
    if (memoryRows > 0) await measureMemory(dir, memoryRows);
  } finally {
    await server.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function measureMemory(dir: string, rows: number): Promise<void> {
  const path = join(dir, 'memory.ndjson.gz');
  await step(`Inventing ${rows} rows`, () => writeGeneratedCatalogue(path, rows));
  const report = await step(`Importing ${rows} rows`, () => withEmptyStore((url) => runImport(url, path, dir)));
  printTable(
    ['', 'rows', 'rows/s', 'peak MB'],
    [['many rows, gzip', report.read, report.rowsPerSecond, report.peakMemoryMb]],
  );
}

main().catch((error: unknown) => {
  say(explain(error) ?? String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
});
