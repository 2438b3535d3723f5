import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { z } from 'zod';
import { step } from './progress';

const accountsSchema = z.array(z.object({ role: z.string(), email: z.string(), password: z.string() }));

export type DemoAccount = z.infer<typeof accountsSchema>[number];

export function readDemoAccounts(dataDir: string): DemoAccount[] {
  const file = join(dataDir, 'demo-accounts.json');
  return existsSync(file) ? accountsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
}

async function isEmpty(databaseUrl: string): Promise<boolean> {
  const sql = postgres(databaseUrl, { max: 1 });
  try {
    const [row] = await sql`select exists (select from users) or exists (select from apps) as used`;
    return row?.used === false;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** An interrupted load leaves nothing behind, so a store that has people or apps is complete. */
export async function loadDemoIfEmpty(databaseUrl: string, dataDir: string): Promise<void> {
  if (!(await isEmpty(databaseUrl))) return;
  const { loadDemo } = await import('./seed/load');
  await step('Loading the demo store', (onProgress) => loadDemo({ databaseUrl, dataDir, onProgress }));
}
