import { readDemoAccounts } from './demo';
import { explain, readSettings } from './environment';

function main(): void {
  const { dataDir } = readSettings('production');
  const accounts = readDemoAccounts(dataDir);
  if (accounts.length === 0) {
    process.stderr.write(`There are no demo accounts in ${dataDir}: npm start makes them in an empty store.\n`);
    process.exit(1);
  }
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify(accounts)}\n`);
    return;
  }
  const width = (of: (account: (typeof accounts)[number]) => string) =>
    Math.max(...accounts.map((account) => of(account).length));
  const [roles, emails] = [width(({ role }) => role), width(({ email }) => email)];
  for (const { role, email, password } of accounts) {
    process.stdout.write(`${role.padEnd(roles)}  ${email.padEnd(emails)}  ${password}\n`);
  }
}

try {
  main();
} catch (error) {
  process.stderr.write(`${explain(error) ?? (error instanceof Error ? error.stack : String(error))}\n`);
  process.exit(1);
}
