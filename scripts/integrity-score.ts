import { parseArgs } from 'node:util';
import { rounded, signalNames } from '@/lib/integrity/rules';
import { explain } from './environment';
import type { FileReview } from './integrity/history';
import { chosenModel } from './integrity/chosen-model';
import { columnsOf, pathFrom, readRows } from './integrity/read-rows';
import { scoreAllV1, scoreAllV2 } from './integrity/score-reviews';
import { say } from './progress';
import { Refusal } from './refusal';
import { printTable, tolerateClosedOutput } from './table';

const usage = 'Usage: npm run -s integrity:score -- --version 1|2 FILE [--model FILE] [--json]';

function readOptions(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { version: { type: 'string' }, model: { type: 'string' }, json: { type: 'boolean' } },
    });
    const [file, ...others] = positionals;
    const version = values.version ?? '2';
    if (file === undefined || others.length > 0 || !['1', '2'].includes(version)) throw new Refusal(usage);
    return {
      file: pathFrom(file),
      version: version === '1' ? 1 : 2,
      model: values.model,
      isJson: values.json === true,
    };
  } catch {
    throw new Refusal(usage);
  }
}

type Line = FileReview & { line: number };

function readReviews(path: string): Line[] {
  return readRows(path).map((row) => {
    const column = columnsOf(path, row);
    return {
      line: row.line,
      id: column.has('id') ? column.text('id') : column.has('review_id') ? column.text('review_id') : '',
      text: column.has('text') ? column.text('text') : '',
      rating: column.has('rating') ? column.number('rating') : null,
      at: column.time('created_at'),
      author: column.text('author'),
      authorAt: column.time('author_created_at'),
      owns: column.flag('owns'),
      isPaid: column.flag('paid'),
      app: column.text('app'),
    };
  });
}

function main(): void {
  tolerateClosedOutput();
  const { file, version, model, isJson } = readOptions(process.argv.slice(2));
  const reviews = readReviews(file);
  const scored = version === 1 ? scoreAllV1(reviews) : scoreAllV2(reviews, chosenModel(model));
  const results = reviews.flatMap((review) => {
    const analysis = scored.get(review as FileReview);
    if (!analysis) return [];
    const signals = Object.fromEntries(signalNames.map((name) => [name, rounded(analysis.signals[name])]));
    const name = review.id === '' ? {} : { id: review.id };
    return [{ line: review.line, ...name, version, signals, score: analysis.score, action: analysis.action }];
  });
  if (isJson) {
    for (const result of results) process.stdout.write(`${JSON.stringify(result)}\n`);
    return;
  }
  printTable(
    ['line', ...signalNames, 'score', 'action'],
    results.map(({ line, signals, score, action }) => [
      line,
      ...signalNames.map((name) => (signals[name] ?? 0).toFixed(3)),
      score.toFixed(6),
      action,
    ]),
  );
}

try {
  main();
} catch (error) {
  say(explain(error) ?? String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
}
