import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { repositoryDir } from '@/scripts/environment';

export type Ended = { status: number | null; output: string; errors: string };

/** `npm run import`, a process of its own, as somebody runs it in `dir`. */
export function runImportCommand(
  { databaseUrl, dir }: { databaseUrl: string; dir: string },
  ...args: string[]
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(repositoryDir, 'scripts', 'run.mjs'), 'import', ...args], {
      cwd: repositoryDir,
      env: { ...process.env, DATABASE_URL: databaseUrl, INIT_CWD: dir, POMONA_DEMO: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended: Ended = { status: null, output: '', errors: '' };
    child.stdout.on('data', (data) => {
      ended.output += data;
    });
    child.stderr.on('data', (data) => {
      ended.errors += data;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ ...ended, status }));
  });
}
