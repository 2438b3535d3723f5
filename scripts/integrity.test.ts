import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'pomona-integrity-'));
afterAll(() => rmSync(folder, { recursive: true }));
const patience = 120_000;

type Outcome = { code: number; stdout: string; stderr: string };

const run = (script: string, ...args: string[]): Promise<Outcome> =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', `scripts/integrity-${script}.ts`, ...args], {
    env: { ...process.env, INIT_CWD: folder, POMONA_DATA_DIR: join(folder, 'data'), DATABASE_URL: '' },
  }).then(
    (done) => ({ ...done, code: 0 }),
    (error: Outcome) => error,
  );

function write(name: string, rows: readonly object[]): string {
  const text = `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`;
  writeFileSync(join(folder, name), name.endsWith('.gz') ? gzipSync(text) : text);
  return name;
}

const linesOf = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const start = Date.parse('2026-03-01T00:00:00Z');
const at = (minutes: number) => new Date(start + minutes * 60_000).toISOString();
const review = (minutes: number, author: string, text: string, more: object = {}) => ({
  text,
  rating: 5,
  created_at: at(minutes),
  author,
  author_created_at: at(minutes - 15 * 1440),
  owns: true,
  app: 'one',
  ...more,
});

describe('integrity:score', () => {
  const file = write('reviews.ndjson', [
    review(0, 'ann', 'The last update made search slower, and it keeps forgetting my folders every time.', { id: 'a' }),
    review(1, 'bob', 'Great app'),
    review(2, 'cat', 'great app!', { owns: false, app: 'two' }),
    review(3, 'dan', 'Great app', { app: 'two' }),
    review(1441, 'ann', 'Great app, great app', { app: 'three' }),
    review(1442, 'ann', '', { app: 'four' }),
  ]);

  test('version 1 of each line, as of its own moment', { timeout: patience }, async () => {
    const { code, stdout, stderr } = await run('score', '--version', '1', file, '--json');
    expect(code, stderr).toBe(0);
    const results = linesOf(stdout);
    expect(results.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(results[0]).toEqual({
      line: 1,
      id: 'a',
      version: 1,
      signals: { velocity: 1, content: 0.946, accountAge: 0.5, verifiedPurchase: 1, coordination: 1, originality: 1 },
      score: 0.9365,
      action: 'approved',
    });
    // The same words on another app are copies only when they are the same to the letter.
    expect(results.map(({ signals }) => signals.originality)).toEqual([1, 0.988235, 1, 0, 0.988235, 1]);
    expect(results[2].signals.verifiedPurchase).toBe(0.3);
    expect(results.map(({ signals }) => signals.velocity)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(results[5].signals.content).toBe(0.5);
  });

  test('version 2 rejects the copies of a burst, its first ones too, and lets others pass', {
    timeout: patience,
  }, async () => {
    const burst = Array.from({ length: 40 }, (_, i) =>
      review(20_000 + i, `new ${i}`, 'Superb tool, everybody in the office should have it at once!', {
        author_created_at: at(19_990 + i),
      }),
    );
    const name = write('burst.ndjson.gz', [review(0, 'ann', 'It does what it should do on my old phone.'), ...burst]);
    const { stdout, stderr } = await run('score', '--version', '2', name, '--json');
    expect(stderr).toBe('');
    const [first, ...rest] = linesOf(stdout);
    expect(first.action).toBe('approved');
    const rejected = rest.filter(({ action }) => action === 'rejected');
    expect(rejected.length).toBeGreaterThanOrEqual(39);
    expect(rest.some(({ action }) => action === 'approved')).toBe(false);
  });

  test('without --json prints a table', { timeout: patience }, async () => {
    expect((await run('score', '--version', '1', file)).stdout).toMatch(/^\| line \| velocity \| content/);
  });

  test.each([
    [['--version', '3', file], /^Usage: npm run -s integrity:score/],
    [['none.ndjson'], /^There is no file .*none\.ndjson\.\n$/],
    [[write('broken.ndjson', [{ text: 'x' }])], /^broken\.ndjson, line 1: "created_at" is missing\.\n$/],
    [[write('time.ndjson', [{ ...review(0, 'a', ''), created_at: 'soon' }])], /line 1: "created_at" is no time/],
  ])('what cannot be scored is said in one sentence: %j', { timeout: patience }, async (args, sentence) => {
    expect(await run('score', ...args)).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(sentence) });
  });
});

const genuine = (i: number) =>
  `Went there on day ${i % 28} with ${['my son', 'two friends', 'a colleague'][i % 3]}, the queue took ${i % 50} minutes and the coffee was cold.`;
const fake = (i: number) =>
  `A truly unforgettable experience, the ${['staff', 'place', 'food'][i % 3]} exceeded all my expectations and I recommend it to everyone, ${i % 50} stars.`;
const labelled = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => ({
    text: i % 2 ? fake(from + i) : genuine(from + i),
    fake: i % 2,
    product_id: `p${(from + i) % 9}`,
  }));

describe('integrity:train and integrity:evaluate', () => {
  const training = write('training.ndjson', labelled(0, 200));
  const others = join(folder, 'others.csv');
  writeFileSync(
    others,
    `text,fake\n${labelled(200, 260)
      .map((row) => `"${row.text}",${row.fake}`)
      .join('\n')}\n`,
  );

  test('a model of files, NDJSON and CSV, tells others of the kind apart; with --json one object', {
    timeout: patience,
  }, async () => {
    const trained = await run('train', '--labelled', training, '--out', 'model.json');
    expect(trained.stderr).toMatch(/^Model [0-9a-f]{12} \(\d+ kB, [\d.]+ s\) is in .*model\.json\.\n$/);
    const { stdout } = await run('evaluate', '--model', 'model.json', '--labelled', 'others.csv', training, '--json');
    expect(JSON.parse(stdout)).toEqual({
      labelled: [
        { file: 'others.csv', n: 60, auc: { v1: expect.any(Number), model: 1, v2: expect.any(Number) } },
        { file: training, n: 200, auc: { v1: expect.any(Number), model: 1, v2: expect.any(Number) } },
      ],
    });
    const table = await run('evaluate', '--model', 'model.json', '--labelled', 'others.csv');
    expect(table.stdout).toMatch(/^\| others\.csv +\| model +\| +60 \| 1\.000/m);
  });

  test('without --out the model is the store’s own from then on', { timeout: patience }, async () => {
    const outcome = await run('train', '--labelled', training);
    expect(outcome.stderr).toContain(join(folder, 'data', 'integrity-model.json'));
    const { stdout } = await run('evaluate', '--labelled', 'others.csv', '--json');
    expect(JSON.parse(stdout).labelled[0].auc.model).toBe(1);
    rmSync(join(folder, 'data', 'integrity-model.json'));
  });

  test('the shipped model is what its generator makes, to the byte', { timeout: patience }, async () => {
    await run('train', '--generated', '--out', 'shipped.json');
    const made = readFileSync(join(folder, 'shipped.json'), 'utf8');
    expect(made === readFileSync('lib/integrity/model/shipped-model.json', 'utf8')).toBe(true);
  });

  test('a campaign of new owners is held, and ordinary reviews by such accounts pass', {
    timeout: patience,
  }, async () => {
    const words = ['quick', 'handy', 'lovely', 'clever', 'neat', 'useful', 'bright', 'smooth', 'pretty', 'solid'];
    const campaign = Array.from({ length: 60 }, (_, i) => ({
      created_at: at(10_000 + 7 * i),
      user_hash: `u${i}`,
      rating: 5,
      text: `So ${words[i % 10]}, ${words[(i * 7 + 3) % 10]} and ${words[(i >> 3) % 10]}, thanks number ${i}`,
    }));
    const ordinary = Array.from({ length: 60 }, (_, i) => ({
      app_id: `app ${i % 12}`,
      text: genuine(i),
      polarity: (i % 5) / 2 - 1,
    }));
    const files = ['--campaign', write('campaign.ndjson', campaign), '--ordinary', write('ordinary.ndjson', ordinary)];
    const { campaign: result } = JSON.parse((await run('evaluate', ...files, '--json')).stdout);
    expect(result).toMatchObject({ account: 'new-owner', n: 60, ordinaryApproved: 1 });
    expect(result.approved).toBeLessThan(0.2);
    expect(result.approved + result.held + result.rejected).toBeCloseTo(1, 9);
    const { stdout } = await run('evaluate', ...files, '--account', 'old-owner');
    expect(stdout).toMatch(/^\| version 1 +\| +60 \| 100\.0%/m);
    expect(stdout).toMatch(/^\| version 2 without coordination +\| +60 \|/m);
  });

  test('raters are told apart by what they give', { timeout: patience }, async () => {
    const ratings = ['rater,ratee,rating,ts'];
    const labels = ['user,fraud'];
    for (let user = 0; user < 40; user += 1) {
      const isFraud = user % 2 === 1;
      labels.push(`${user},${user % 2}`);
      for (let i = 0; i < 12; i += 1) {
        ratings.push(
          `${user},${100 + ((user * 5 + i) % 30)},${isFraud ? -10 : 1 + (i % 3)},${1e9 + (isFraud ? user * 9000 + i * 60 : i * 900_000)}`,
        );
      }
    }
    labels.push('999,1');
    writeFileSync(join(folder, 'ratings.csv'), ratings.join('\n'));
    writeFileSync(join(folder, 'labels.csv'), labels.join('\n'));
    const { stdout } = await run('evaluate', '--behaviour', 'ratings.csv', '--labels', 'labels.csv', '--json');
    const { behaviour } = JSON.parse(stdout);
    expect(behaviour.n).toBe(40);
    expect(behaviour.auc).toBeGreaterThan(0.95);
    expect(behaviour.interval[0]).toBeLessThanOrEqual(behaviour.auc);
  });

  test.each([
    ['train', [], /^Usage: npm run integrity:train/],
    ['train', ['--labelled', write('few.ndjson', labelled(0, 12))], /^Training needs 20 fake and 20 genuine reviews/],
    [
      'train',
      ['--labelled', write('no-label.ndjson', [{ text: 'x', fake: 'maybe' }])],
      /"fake" is neither true nor false/,
    ],
    ['evaluate', [], /^Usage: npm run -s integrity:evaluate/],
    ['evaluate', ['--campaign', 'a'], /^Usage: /],
    ['evaluate', ['--labelled', 'others.csv', '--account', 'nobody'], /^Usage: /],
    ['evaluate', ['--labelled', 'others.csv', '--model', 'others.csv'], /is no model of integrity:train\.\n$/],
  ])('%s says in one sentence what it cannot do: %j', { timeout: patience }, async (script, args, sentence) => {
    expect(await run(script, ...args)).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(sentence) });
  });
});
