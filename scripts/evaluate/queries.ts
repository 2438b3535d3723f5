import { z } from 'zod';
import { openFile } from '../import/open-file';
import { Refusal } from '../refusal';

const grade = z.number().min(0).max(3);
const ids = z.union([z.string(), z.number()]).transform(String);

const line = z.object({
  query: z.string(),
  kind: z.string().default('judged'),
  source: z.string().optional(),
  /** Apps that are right, all alike. */
  targets: z.array(ids).optional(),
  /** Apps by how right they are, 0 to 3. */
  grades: z.union([z.record(z.string(), grade), z.array(z.object({ id: ids, grade }))]).optional(),
});

export type Query = { query: string; kind: string; source: string | undefined; grades: Map<string, number> };

/** Queries of an NDJSON file, gzip or not: known items (`targets`) or judged ones (`grades` 0 to 3). */
export async function readQueries(path: string): Promise<Query[]> {
  const file = await openFile(path);
  const queries: Query[] = [];
  try {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of file.chunks) text += decoder.decode(chunk, { stream: true });
    for (const [i, written] of text.split('\n').entries()) {
      if (written.trim() === '') continue;
      queries.push(readLine(written, `${path}, line ${i + 1}`));
    }
  } finally {
    await file.close();
  }
  if (queries.length === 0) throw new Refusal(`${path} has no queries.`);
  return queries;
}

function readLine(written: string, place: string): Query {
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    throw new Refusal(`${place} is no JSON object.`);
  }
  const result = line.safeParse(value);
  if (!result.success) throw new Refusal(`${place}: ${z.prettifyError(result.error)}`);
  const { query, kind, source, targets = [], grades = {} } = result.data;
  const graded = Array.isArray(grades) ? grades.map(({ id, grade }) => [id, grade] as const) : Object.entries(grades);
  return { query, kind, source, grades: new Map([...targets.map((id) => [id, 1] as const), ...graded]) };
}
