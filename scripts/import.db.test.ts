import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importCatalogue, type Reject } from '@/lib/catalog/import/import-catalogue';
import { testDatabase } from '@/tests/database';
import { runImportCommand } from '@/tests/import-command';
import { repositoryDir } from './environment';
import { openFile } from './import/open-file';
import type { Report } from './import/report';
import { readRows } from './import/rows';

const database = testDatabase();

// A process each, on a machine that may be busy.
const timeout = 120_000;
let dir: string;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'pomona-import-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function write(name: string, content: string | Buffer): string {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
}

const runImport = (...args: string[]) => runImportCommand({ databaseUrl: database.url, dir }, ...args);

/** Names of apps that searches find. */
const indexed = async () =>
  (await database.sql`select name from search_documents order by app_id`).map(({ name }) => name as string);

const lines = (rows: readonly unknown[]) =>
  rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n');

/** The rows of a file as they are imported, without a process. */
async function load(path: string) {
  const file = await openFile(path);
  const sql = postgres(database.url, { max: 1, prepare: false, onnotice: () => {} });
  const rejects: Reject[] = [];
  try {
    const { rows, format } = await readRows(file, { file: path, name: basename(path), format: undefined });
    const summary = await importCatalogue(database.ctx({ actor: { kind: 'system', job: 'import' } }), sql, {
      rows,
      format,
      name: basename(path),
      onRejects: async (more) => {
        rejects.push(...more);
      },
    });
    return { ...summary, rejects };
  } finally {
    await sql.end();
    await file.close();
  }
}

describe('npm run import', () => {
  test(
    'ends with 0 when every row was taken or there is none, and says nothing but the summary where there is no terminal',
    async () => {
      write('good.csv.gz', gzipSync('id,name,category\r\n1,"One, two",BUSINESS\r\n2,Three,BUSINESS\r\n'));
      const { status, output, errors } = await runImport('good.csv.gz', '--format', 'google_play_2018');
      expect({ status, errors }).toEqual({ status: 0, errors: '' });
      expect(output).toMatch(/read\s+2\n\s+new\s+2\n\s+changed\s+0\n\s+unchanged\s+0\n\s+rejected\s+0\n/);
      expect(existsSync(join(dir, 'good.csv.gz.rejects.ndjson'))).toBe(false);
      expect((await indexed()).toSorted()).toEqual(['One, two', 'Three']);
      write('header.csv', 'bundleId,name,prices\r\n');
      const nothing = 'header.csv has no rows: there is nothing to import.\n';
      expect(await runImport('header.csv')).toEqual({ status: 0, errors: '', output: nothing });
    },
    timeout,
  );

  test(
    'finds what it changed under its new name, and leaves that to the worker where it is told to',
    async () => {
      const name = async (value: string, ...more: string[]) => {
        const path = write('renamed.ndjson', lines([{ bundleId: 'org.cli.renamed', name: value }]));
        expect(await runImport(path, ...more)).toMatchObject({ status: 0, errors: '' });
        return (await indexed()).filter((one) => one.startsWith('Name'));
      };
      expect(await name('Name A')).toEqual(['Name A']);
      expect(await name('Name B')).toEqual(['Name B']);
      expect(await name('Name C', '--no-index')).toEqual(['Name B']);
    },
    timeout,
  );

  test(
    'ends with 3 when rows were rejected, and writes them down with line, field and reason',
    async () => {
      const path = write(
        'mixed.ndjson',
        lines([
          { bundleId: 'org.cli.a', name: 'A' },
          '',
          '{ broken',
          { bundleId: 'org.cli.b', name: '' },
          { bundleId: 'org.cli.c', name: 'C', rating: { average: 19, count: 3 } },
          { bundleId: 'org.cli.a', name: 'Again' },
        ]),
      );
      const { status, output, errors } = await runImport(path, '--json');
      expect({ status, errors }).toEqual({ status: 3, errors: '' });
      const report = JSON.parse(output) as Report;
      expect(report).toMatchObject({
        format: 'pomona',
        read: 5,
        new: 1,
        rejected: 4,
        rejects: `${path}.rejects.ndjson`,
        isComplete: true,
      });
      const rejects = readFileSync(`${path}.rejects.ndjson`, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(rejects).toEqual([
        { line: 3, field: '', reason: 'the line is no JSON', row: '{ broken' },
        { line: 4, field: 'name', reason: 'the name is missing', row: { bundleId: 'org.cli.b', name: '' } },
        { line: 5, field: 'rating.average', reason: 'must be between 1 and 5 stars', row: expect.anything() },
        {
          line: 6,
          field: 'bundle id',
          reason: 'org.cli.a is on line 1 already',
          row: { bundleId: 'org.cli.a', name: 'Again' },
        },
      ]);
    },
    timeout,
  );

  test(
    'ends with 1 and one sentence when there is nothing it can do',
    async () => {
      const good = write('fine.ndjson', lines([{ bundleId: 'org.cli.fine', name: 'Fine' }]));
      const cases: [string[], RegExp][] = [
        [[], /^Usage: npm run import -- FILE/],
        [[good, '--format', 'nonsense'], /^There is no format "nonsense"; formats are pomona, /],
        [['missing.ndjson'], /^There is no file .+missing\.ndjson\.$/],
        [
          [write('cut.ndjson.gz', gzipSync(lines([{ bundleId: 'a.b', name: 'A' }])).subarray(0, 30))],
          /ends in the middle of its gzip data\.$/,
        ],
      ];
      const results = await Promise.all(cases.map(([args]) => runImport(...args)));
      for (const [index, { status, output, errors }] of results.entries()) {
        expect({ status, output }).toEqual({ status: 1, output: '' });
        expect(errors.trim()).toMatch(cases[index]![1]);
      }
    },
    timeout,
  );

  test(
    'twice at once takes each row once',
    async () => {
      const rows = Array.from({ length: 2000 }, (_, index) => ({
        bundleId: `org.twice.app${index}`,
        name: `Twice ${index % 300}`,
        developer: `Maker ${index % 17}`,
      }));
      const path = write('twice.ndjson', lines(rows));
      const args = ['--json', '--batch-rows', '100'];
      const results = await Promise.all([
        runImport(path, ...args, '--rejects', 'a'),
        runImport(path, ...args, '--rejects', 'b'),
      ]);
      expect(results.map(({ status, errors }) => ({ status, errors }))).toEqual(
        Array(2).fill({ status: 0, errors: '' }),
      );
      const reports = results.map(({ output }) => JSON.parse(output) as Report);
      expect(reports.reduce((sum, report) => sum + report.new, 0)).toBe(2000);
      const [count] =
        await database.sql`select count(*)::int as n, count(distinct slug)::int as slugs from apps where import_source = 'pomona' and bundle_id like 'org.twice.%'`;
      expect(count).toEqual({ n: 2000, slugs: 2000 });
    },
    timeout,
  );
});

describe('files', () => {
  test.each<[string, string | Buffer, RegExp]>([
    ['empty', '', /is empty\.$/],
    ['array.json', '[{"bundleId":"a.b"}]', /is a JSON array/],
    ['words.txt', 'once upon a time', /names no column "name"\.$/],
    ['strange.csv', 'name,size\nA,3', /^The format of .+ cannot be told .+ --format/],
    ['packed.zip', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), /packed with zip/],
    ['wide.ndjson', Buffer.from('\ufeff{"a":1}', 'utf16le'), /UTF-16/],
    ['binary', Buffer.from([1, 2, 0, 3]), /is no text/],
    ['damaged.gz', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), /gzip data of .+ is damaged\.$/],
  ])('%s is refused in one sentence', async (name, content, sentence) => {
    await expect(load(write(name, content))).rejects.toThrow(sentence);
  });

  test('CSV of other programs is read: marks at its beginning, other delimiters, broken lines, line breaks in cells', async () => {
    const path = write(
      'google_play_2021-export.csv',
      '\ufeffpackage;name;developer;rating;rating_count\r\norg.csv.one;"Eins; ""zwei""\nund";Jemand;4,5;2\r\norg.csv.two;Zwei;Jemand;4.5;2\r\norg.csv.three;Drei\r\norg.csv.four;Vier;;;\r\n',
    );
    const { created, rejects } = await load(path);
    expect(created).toBe(2);
    expect(rejects).toMatchObject([
      { line: 2, field: 'rating', reason: 'must be between 1 and 5 stars' },
      { line: 5, reason: 'the line has another number of columns than the first' },
    ]);
  });

  test('CSV of the own format has a column for each part of a developer', async () => {
    const path = write('own.csv', 'bundleId,name,developer.name,developer.country\norg.own.csv,Own,Dotted Works,CH\n');
    expect(await load(path)).toMatchObject({ created: 1, rejected: 0 });
    const [row] = await database.sql`select name, country from organizations where import_key = 'pomona:dotted works'`;
    expect(row).toEqual({ name: 'Dotted Works', country: 'CH' });
  });

  test('one long line does not fill the memory, and the rows after it are taken', async () => {
    const path = write(
      'long.ndjson',
      lines([
        { bundleId: 'org.long.a', name: 'A' },
        `{"x":"${'y'.repeat(5_000_000)}"}`,
        { bundleId: 'org.long.b', name: 'B' },
      ]),
    );
    const { created, rejects } = await load(path);
    expect(created).toBe(2);
    expect(rejects).toMatchObject([{ line: 2, reason: 'the line is longer than 4 MB' }]);
  });

  test('rows of several catalogues may share a file', async () => {
    const path = write(
      'both.ndjson',
      lines([
        { source: 'flathub_2025', package: 'org.both.a', name: 'A' },
        { source: 'obsidian_2026', id: 'ob26-both', name: 'B' },
      ]),
    );
    expect(await load(path)).toMatchObject({ created: 2 });
    const rows =
      await database.sql`select bundle_id, platforms from apps where bundle_id in ('org.both.a', 'import.obsidian_2026.ob26-both') order by 1`;
    expect(rows).toMatchObject([{ platforms: ['windows', 'macos', 'linux'] }, { platforms: ['linux'] }]);
  });
});

test(
  'the seven catalogues are taken whole, and a second time change nothing',
  async () => {
    const from = join(repositoryDir, '..', 'shared', 'data', 'catalogue');
    const files = [
      'apple_2017.ndjson.gz',
      'apple_games_2019.ndjson.gz',
      'google_play_2018.ndjson',
      'google_play_2021.ndjson',
      'flathub_2025.ndjson',
      'fdroid_2026.ndjson',
      'obsidian_2026.ndjson',
    ];
    const first: Awaited<ReturnType<typeof load>>[] = [];
    for (const file of files) first.push(await load(join(from, file)));
    const taken = first.map(({ read, created, rejected }) => ({ read, missing: read - created - rejected, rejected }));
    // Two packages are on F-Droid and on Flathub: the catalogue that came first keeps them.
    expect(taken.map(({ missing, rejected }) => [missing, rejected])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 2],
      [0, 0],
    ]);
    expect(first.map(({ unknownCategories }) => [...unknownCategories.keys()])).toEqual([
      [],
      [],
      [],
      [],
      [''],
      [],
      [''],
    ]);
    const state = () =>
      database.sql`select a.id, a.xmin::text as a, s.xmin::text as s, a.updated_at from apps a join app_stats s on s.app_id = a.id order by a.id`;
    const before = await state();
    for (const [index, file] of files.entries()) {
      const again = await load(join(from, file));
      expect(again).toMatchObject({ created: 0, changed: 0, unchanged: first[index]!.created });
    }
    expect(await state()).toEqual(before);
  },
  timeout,
);
