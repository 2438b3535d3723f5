import { createAdmin } from '@/lib/accounts/create-admin';
import { email as emailSchema } from '@/lib/accounts/schema';
import { systemContext } from '@/lib/context';
import { closeDb } from '@/lib/database';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { openDatabase } from './database';
import { loadDemoIfEmpty } from './demo';
import { explain } from './environment';
import { migrate } from './migrate';
import { say } from './progress';
import { Refusal } from './refusal';

function readEmail(args: string[]): string {
  const [given, ...others] = args;
  if (given === undefined || others.length > 0) throw new Refusal('Usage: npm run admin:create -- EMAIL');
  const email = emailSchema.safeParse(given);
  if (!email.success) throw new Refusal(`"${given}" is not an e-mail address.`);
  return email.data;
}

async function main(): Promise<void> {
  const email = readEmail(process.argv.slice(2));
  const { url, dataDir, close } = await openDatabase();
  try {
    await migrate(url);
    // A store with an account is no empty one: the demo would never be loaded after this.
    if (env().POMONA_DEMO) await loadDemoIfEmpty(url, dataDir);
    const { token, isNewAccount } = await createAdmin(systemContext('admin-create'), { email });
    say(isNewAccount ? `${email} has an account now and is an admin.` : `${email} is an admin now.`);
    say('Whoever opens this link within 24 hours sets its password. It works once; earlier ones no longer do.');
    process.stdout.write(`${env().PUBLIC_URL}/reset-password/${token}\n`);
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
