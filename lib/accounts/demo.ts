import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { env } from '@/lib/env';
import { type DemoPerson, demoPerson } from './schema';

/** The four demo people with their passwords, for pages that only loopback reaches; none in a store without a demo. */
export async function listDemoPeople(options: { isLoopback: boolean }): Promise<DemoPerson[]> {
  const { POMONA_EMBEDDED, POMONA_DEMO, POMONA_DATA_DIR } = env();
  if (!options.isLoopback || !(POMONA_EMBEDDED || POMONA_DEMO)) return [];
  try {
    return z.array(demoPerson).parse(JSON.parse(await readFile(join(POMONA_DATA_DIR, 'demo-accounts.json'), 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
