import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { repositoryDir, type Variables } from './environment';
import { waitForLock } from './lock.mjs';
import { type Progress, say } from './progress';
import { Refusal } from './refusal';

const sourceDirs = ['app', 'components', 'db', 'lib', 'public', 'worker'];
const rootFiles =
  /^(package(-lock)?\.json|tsconfig\.json|\.env(\.production)?(\.local)?|.*\.config\.(ts|js|mjs)|(instrumentation|proxy).*\.ts)$/;
const ignored = /(\.test\.tsx?|\.db)$/;
const stampFile = join(repositoryDir, '.next', '.pomona-build');
const buildIdFile = join(repositoryDir, '.next', 'BUILD_ID');

/** Everything that a build is made from: sources, lockfile, configuration and the variables that are built in. */
export function sourceHash(variables: Variables): string {
  const hash = createHash('sha256');
  const files = readdirSync(repositoryDir).filter((name) => rootFiles.test(name));
  for (const dir of sourceDirs) {
    if (!existsSync(join(repositoryDir, dir))) continue;
    for (const entry of readdirSync(join(repositoryDir, dir), { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && !ignored.test(entry.name)) files.push(join(entry.parentPath, entry.name));
    }
  }
  for (const file of files.sort()) {
    const content = readFileSync(file.startsWith('/') ? file : join(repositoryDir, file));
    hash.update(`${file.replace(repositoryDir, '')}\0${content.length}\0`).update(content);
  }
  for (const name of Object.keys(variables).sort()) {
    if (name.startsWith('NEXT_PUBLIC_')) hash.update(`${name}=${variables[name]}\0`);
  }
  return hash.digest('hex');
}

function isBuilt(hash: string): boolean {
  return existsSync(buildIdFile) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash;
}

/**
 * Builds the app when its sources have changed since the last build that was finished.
 * Aborting the signal stops the build; so does the end of this process, whatever ends it.
 */
export async function buildIfNeeded(variables: Variables, signal: AbortSignal, progress: Progress): Promise<void> {
  const hash = sourceHash(variables);
  if (isBuilt(hash)) return;
  mkdirSync(join(repositoryDir, '.pomona'), { recursive: true, mode: 0o700 });
  const release = await waitForLock(join(repositoryDir, '.pomona', 'build.lock'), {
    timeoutMs: 900_000,
    onWait: (holder) => progress(`waiting for process ${holder.pid}, which is building`),
  });
  try {
    if (isBuilt(hash)) return;
    progress('next build');
    rmSync(stampFile, { force: true });
    await build(variables, signal);
    const staticDir = join(repositoryDir, '.next', 'static');
    compileAhead(staticDir);
    await pack(staticDir);
    writeFileSync(stampFile, hash);
  } finally {
    release();
  }
}

const compileHint = '//# allFunctionsCalledOnLoad\n';

function filesUnder(dir: string, name: RegExp): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/**
 * Lets browsers compile the scripts while they arrive, beside the page, and not when it first calls each function.
 * https://v8.dev/blog/explicit-compile-hints
 */
export function compileAhead(dir: string): void {
  for (const file of filesUnder(dir, /\.js$/)) {
    const script = readFileSync(file, 'utf8');
    if (!script.startsWith(compileHint)) writeFileSync(file, compileHint + script);
  }
}

/** Lays a file with `.br` beside every script and style: the same in Brotli's smallest form, for `sendChunk`. */
export async function pack(dir: string): Promise<void> {
  const brotli = promisify(brotliCompress);
  await Promise.all(
    filesUnder(dir, /\.(js|css)$/).map(async (file) => writeFileSync(`${file}.br`, await brotli(readFileSync(file)))),
  );
}

async function build(variables: Variables, signal: AbortSignal): Promise<void> {
  const guard = join(repositoryDir, 'scripts', 'end-with-parent.mjs');
  const next = join(repositoryDir, 'node_modules', 'next', 'dist', 'bin', 'next');
  const child = spawn(process.execPath, [guard, next, 'build'], {
    cwd: repositoryDir,
    env: { ...variables, NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const onAbort = () => child.kill('SIGKILL');
  signal.addEventListener('abort', onAbort);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  signal.removeEventListener('abort', onAbort);
  if (code === 0 && existsSync(buildIdFile)) return;
  if (signal.aborted) throw new Refusal('The build was interrupted.');
  if (/ENOSPC|No space left on device|os error 28/i.test(output))
    throw new Refusal('The disk is full: the build stopped.');
  say(output.trim());
  throw new Refusal(
    code === null ? 'The build was ended from outside (out of memory?).' : 'The build failed; its messages are above.',
  );
}
