import { expect, test } from 'vitest';
import type { SourceRow } from '@/lib/catalog/import/import-catalogue';
import { readCsv } from './csv';
import { readNdjson } from './ndjson';

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

async function all(chunks: AsyncIterable<SourceRow[]>): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const chunk of chunks) rows.push(...chunk);
  return rows.sort((a, b) => a.line - b.line);
}

const csv = (text: string, encoding: BufferEncoding = 'utf8') => {
  const bytes = Buffer.from(text, encoding);
  return all(readCsv(once(bytes), bytes, 'a.csv'));
};

test('a row of CSV has the number of its first line, also after lines that were skipped', async () => {
  const rows = await csv('id,name,text\n1,A,"two\nlines"\n2,B\n3,C,c,c\n\n4,D,d\n5,E,e\n');
  expect(rows.map(({ line, problem, value }) => [line, problem ? null : (value as { id: string }).id])).toEqual([
    [2, '1'],
    [4, null],
    [5, null],
    [7, '4'],
    [8, '5'],
  ]);
});

test('a line that is broken as CSV is refused once, by the column that breaks it, and the next one is taken', async () => {
  const rows = await csv('name,prices,developer\nA,"[{"currency":"USD"}]",x\nB,,\nC,[{"currency":"USD"}],y\nD,,\n');
  expect(rows.map(({ line, problem }) => [line, problem?.field])).toEqual([
    [2, 'prices'],
    [3, undefined],
    [4, 'prices'],
    [5, undefined],
  ]);
});

test('what is not UTF-8 is no row, line by line', async () => {
  const problem = { field: '', reason: 'the line is not UTF-8' };
  expect(await csv('id,name\n1,Caf\u00e9\n2,Tea\n', 'latin1')).toMatchObject([
    { line: 2, problem },
    { line: 3, value: { name: 'Tea' } },
  ]);
  const lines = [Buffer.from('{"name":"Caf\u00e9"}\n', 'latin1'), Buffer.from('{"name":"Café 🍎"}\n')];
  expect(await all(readNdjson(once(Buffer.concat(lines))))).toMatchObject([
    { line: 1, problem },
    { line: 2, value: { name: 'Café 🍎' } },
  ]);
});
