import { systemContext } from '@/lib/context';
import { closeDb } from '@/lib/database';
import { env } from '@/lib/env';
import { decimalOf } from '@/lib/money';
import { type LedgerProof, verifyLedger } from '@/lib/purchases/ledger/verify-ledger';
import { openDatabase } from './database';
import { loadDemoIfEmpty } from './demo';
import { explain } from './environment';
import { migrate } from './migrate';
import { say, step } from './progress';
import { Refusal } from './refusal';
import { printTable, tolerateClosedOutput } from './table';

function printProof({ checks, findings, balances }: LedgerProof): void {
  printTable(
    ['check', 'rows', 'violations'],
    checks.map(({ check, looked, count }) => [check, looked, count]),
  );
  const accounts = balances.map(({ account, currency, entries, balanceMinor }) => [
    account,
    currency,
    entries,
    decimalOf({ amountMinor: balanceMinor, currency }),
  ]);
  printTable(['account', 'currency', 'entries', 'balance'], accounts);
  for (const { check, rule, examples, count } of findings) {
    const more = count > examples.length ? `, and ${count - examples.length} more` : '';
    process.stdout.write(`${check}: ${rule}.\n  Not so: ${examples.join(', ')}${more}\n`);
  }
}

async function main(): Promise<void> {
  if (process.argv.length > 2) throw new Refusal('Usage: npm run ledger:verify');
  tolerateClosedOutput();
  const { url, dataDir, close } = await openDatabase();
  try {
    await migrate(url);
    if (env().POMONA_DEMO) await loadDemoIfEmpty(url, dataDir);
    const proof = await step('Proving the ledger', () => verifyLedger(systemContext('ledger-verify')));
    printProof(proof);
    if (proof.findings.length > 0) process.exitCode = 1;
    say(proof.findings.length > 0 ? 'The books do not add up.' : 'The books add up.');
  } finally {
    await closeDb();
    await close();
  }
}

main().catch((error: unknown) => {
  say(explain(error) ?? String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
});
