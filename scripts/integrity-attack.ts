import { parseArgs } from 'node:util';
import { connect } from '@/db/client';
import { systemContext } from '@/lib/context';
import { closeDb } from '@/lib/database';
import { withScratchDatabase } from './bench/database';
import { explain } from './environment';
import { makePlan } from './integrity/attacks/plan';
import { type AttackResult, type Outcome, runPack } from './integrity/attacks/run';
import { migrate } from './migrate';
import { say, step } from './progress';
import { Refusal } from './refusal';
import { printTable } from './table';

// npm run integrity:attack -- [--seed N] [--version 1|2] [--json]: four attacks on a small store of its own, written and scored as
// real ones would be. Held counts what waits for a moderator in the end.

const usage = 'Usage: npm run integrity:attack -- [--seed N] [--version 1|2] [--json]';
const firstDay = Date.UTC(2026, 0, 5);

const sentences: Record<AttackResult['name'], string> = {
  bomb: 'review bomb',
  drip: 'slow drip',
  ring: 'ring of accounts',
  templates: 'paraphrased templates',
};

async function attack(databaseUrl: string, seed: number, version: 1 | 2) {
  process.env.DATABASE_URL = databaseUrl;
  await migrate(databaseUrl);
  const db = connect(databaseUrl, { max: 4 });
  try {
    const ctx = systemContext('integrity:attack', { db });
    const result = await step(`Attacking, seed ${seed}, version ${version}`, (tell) =>
      runPack(ctx, makePlan(seed, firstDay), version, tell),
    );
    return { seed, version, ...result };
  } finally {
    await db.close();
    await closeDb();
  }
}

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
const stars = (rating: number) => rating.toFixed(2);
const shares = ({ n, approved, held, rejected }: Outcome) => [n, percent(approved), percent(held), percent(rejected)];

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { seed: { type: 'string' }, version: { type: 'string' }, json: { type: 'boolean' } },
  });
  const [seed, version] = [Number(values.seed ?? 1), Number(values.version ?? 2)];
  if (!Number.isInteger(seed) || (version !== 1 && version !== 2)) throw new Refusal(usage);
  const result = await withScratchDatabase((url) => attack(url, seed, version));
  if (values.json) {
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return;
  }
  process.stdout.write(`\nSeed ${seed}, version ${version}${result.model ? `, text model ${result.model}` : ''}\n\n`);
  printTable(
    ['', 'reviews', 'approved', 'held', 'rejected', 'rating before', 'peak', 'a week after', 'once the desk refused'],
    [
      ...result.attacks.map(({ name, rating, ...outcome }) => [
        sentences[name],
        ...shares(outcome),
        ...[rating.before, rating.peak, rating.after, rating.afterDesk].map(stars),
      ]),
      ['ordinary reviews', ...shares(result.ordinary), '', '', '', ''],
    ],
  );
}

main().catch((error: unknown) => {
  say(explain(error) ?? String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
});
