import { systemContext } from '@/lib/context';
import { closeDb } from '@/lib/database';
import { env } from '@/lib/env';
import { verifyAudit } from '@/lib/verify-audit';
import { openDatabase } from './database';
import { loadDemoIfEmpty } from './demo';
import { explain } from './environment';
import { migrate } from './migrate';
import { say, step } from './progress';
import { Refusal } from './refusal';

async function main(): Promise<void> {
  if (process.argv.length > 2) throw new Refusal('Usage: npm run audit:verify');
  const { url, dataDir, close } = await openDatabase();
  try {
    await migrate(url);
    if (env().POMONA_DEMO) await loadDemoIfEmpty(url, dataDir);
    const { rows, texts, heads, faults } = await step('Proving the audit log', () =>
      verifyAudit(systemContext('audit-verify'), ({ sequence, problem }) => {
        process.stdout.write(`${sequence}: ${problem}\n`);
      }),
    );
    process.stdout.write(`${rows} rows, ${texts} texts and ${heads} signed heads were looked at.\n`);
    if (faults > 0) process.exitCode = 1;
    say(faults > 0 ? `The audit log is not sound: ${faults} faults.` : 'The audit log is sound.');
  } finally {
    await closeDb();
    await close();
  }
}

main().catch((error: unknown) => {
  say(explain(error) ?? String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
});
