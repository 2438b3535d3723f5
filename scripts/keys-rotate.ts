import { systemContext } from '@/lib/context';
import { closeDb } from '@/lib/database';
import { AppError } from '@/lib/errors';
import { rotateKeys } from '@/lib/purchases/receipts/rotate-keys';
import { openDatabase } from './database';
import { explain } from './environment';
import { migrate } from './migrate';
import { say } from './progress';
import { Refusal } from './refusal';

async function main(): Promise<void> {
  if (process.argv.length > 2) throw new Refusal('Usage: npm run keys:rotate');
  const { url, close } = await openDatabase();
  try {
    await migrate(url);
    const { kid, retired } = await rotateKeys(systemContext('keys-rotate'));
    say('Receipts are signed with a new key from now on; a store that runs notices within half a minute.');
    say(retired ? `The old one, ${retired}, stays published: its receipts are valid.` : 'It is the first one.');
    process.stdout.write(`${kid}\n`);
  } finally {
    await closeDb();
    await close();
  }
}

main().catch((error: unknown) => {
  const sentence = error instanceof AppError ? error.message : explain(error);
  say(sentence ?? String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
});
