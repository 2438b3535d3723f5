// Runs a script of this folder on a machine that has Node and npm and nothing else.
// Built-in modules only; no syntax newer than Node 12, so that an old Node gets as far as its sentence.
import { spawn, spawnSync } from 'child_process';
import { createHash } from 'crypto';
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'fs';
import { constants as osConstants } from 'os';
import { dirname, join, relative } from 'path';
import { fileURLToPath } from 'url';
import { waitForLock } from './lock.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const patches = join(root, 'scripts', 'patches');
const stampFile = join(modules, '.pomona-stamp');

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function isAtLeast(version, major, minor) {
  const parts = version.replace(/^v/, '').split('.').map(Number);
  return parts[0] > major || (parts[0] === major && parts[1] >= minor);
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** True when someone ran `npm ci` or `npm install` by hand: npm's own record then equals the lockfile. */
function isInstalledByHand() {
  const wanted = readJson(join(root, 'package-lock.json'));
  const found = readJson(join(modules, '.package-lock.json'));
  if (wanted === null || found === null) return false;
  for (const path of Object.keys(wanted.packages)) {
    if (path === '') continue;
    const one = wanted.packages[path];
    const other = found.packages[path];
    if (other ? other.version !== one.version : !one.optional && !one.devOptional) return false;
    if (other && !existsSync(join(root, path, 'package.json'))) return false;
  }
  return true;
}

/** The process is told to stop with us, and its own exit status is ours. */
function forwardSignals(child) {
  const forward = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
}

function exitLike(code, signal) {
  process.exit(code === null ? 128 + (osConstants.signals[signal] || 1) : code);
}

function npmCommand(args) {
  const path = process.env.npm_execpath || '';
  if (!/npm-cli\.c?js$/.test(path)) return { file: 'npm', args };
  return { file: process.env.npm_node_execpath || process.execPath, args: [path].concat(args) };
}

async function install() {
  const npm = npmCommand(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']);
  const tellTime = process.stderr.isTTY;
  const started = Date.now();
  process.stderr.write('Installing packages (npm ci)');
  const child = spawn(npm.file, npm.args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  forwardSignals(child);
  let output = '';
  child.stdout.on('data', (data) => {
    output += data;
  });
  child.stderr.on('data', (data) => {
    output += data;
  });
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - started) / 1000);
    process.stderr.write(tellTime ? `\rInstalling packages (npm ci) ${seconds} s` : '.');
  }, 2000);
  const result = await new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, signal: null, error }));
    child.on('close', (code, signal) => resolve({ code, signal, error: null }));
  });
  clearInterval(timer);
  process.stderr.write('\n');
  if (result.error) fail(`npm cannot be started (${result.error.message}); Pomona needs npm on the PATH.`);
  if (result.signal) exitLike(null, result.signal);
  if (result.code !== 0) {
    process.stderr.write(`${output.trim().split('\n').slice(-20).join('\n')}\n`);
    const full = /ENOSPC/.test(output);
    fail(full ? 'The disk is full: packages could not be installed.' : 'npm ci failed; its messages are above.');
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal);
}

/** Here and not in a lifecycle script of npm: many machines run none. */
function mend() {
  const tool = join(modules, 'patch-package', 'index.js');
  const args = [tool, '--patch-dir', relative(root, patches), '--error-on-fail'];
  return spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
}

async function installIfNeeded() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const name of readdirSync(patches)) hash.update(readFileSync(join(patches, name)));
  const wanted = hash.digest('hex');
  const isCurrent = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted;
  if (isCurrent()) return;
  mkdirSync(join(root, '.pomona'), { recursive: true, mode: 0o700 });
  const release = await waitForLock(join(root, '.pomona', 'install.lock'), {
    timeoutMs: 600000,
    onWait: (holder) => process.stderr.write(`Waiting for process ${holder.pid}, which is installing packages.\n`),
  });
  try {
    if (isCurrent()) return;
    if (!isInstalledByHand()) await install();
    let mended = mend();
    if (mended.status !== 0) {
      // Mended by an older patch, perhaps.
      await install();
      mended = mend();
    }
    if (mended.status !== 0) fail(`A package could not be mended:\n${mended.stdout}${mended.stderr}`);
    writeFileSync(stampFile, wanted);
  } finally {
    release();
  }
}

/** Node 24 from npm where there is one for this platform, else the Node that runs this file. */
function chooseNode() {
  const bundled = join(modules, '.bin', 'node');
  if (existsSync(bundled) && spawnSync(bundled, ['--version']).status === 0) return bundled;
  if (isAtLeast(process.version, 22, 12)) return process.execPath;
  return fail(`Pomona needs Node 22.12 or newer on this platform, and this is ${process.version}.`);
}

/** The parent of another process, where that is cheap to know. */
function parentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/status`, 'latin1').match(/^PPid:\s*(\d+)/m)[1];
  } catch {
    return '';
  }
}

/** npm may go without a word, or leave us to a shell that does: its script, then an orphan, has to notice. */
function stopWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const before = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(timer);
    child.kill('SIGTERM');
  }, 200);
  timer.unref();
}

/** What reads files of any size gives memory back early. */
const flags = { import: ['--max-semi-space-size=8'] };

async function main() {
  if (!isAtLeast(process.version, 20, 0)) {
    fail(
      `Pomona needs Node 20 or newer, and this is ${process.version}: install a current one from https://nodejs.org.`,
    );
  }
  const command = process.argv[2] || '';
  const script = join(root, 'scripts', `${command}.ts`);
  if (!/^([a-z-]+\/)?[a-z][a-z-]*$/.test(command) || !existsSync(script)) {
    fail(`There is no command "${command}"; the commands are the npm scripts that \`npm run\` lists.`);
  }
  try {
    accessSync(root, constants.W_OK);
  } catch {
    fail(`The directory ${root} is not writable for this user: make it so, or work in a copy of your own.`);
  }
  await installIfNeeded();
  const args = (flags[command] || []).concat(['--import', 'tsx', script], process.argv.slice(3));
  // Compiled scripts are kept between runs: a command starts some 0.3 s sooner.
  const env = Object.assign({ NODE_COMPILE_CACHE: join(modules, '.cache', 'node') }, process.env);
  // The channel tells the script that this process is gone, whatever ended it.
  const child = spawn(chooseNode(), args, { cwd: root, env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  forwardSignals(child);
  stopWithNpm(child);
  child.on('error', (error) => fail(`The command cannot be started: ${error.message}.`));
  child.on('exit', exitLike);
}

main().catch((error) => fail(error.code === 'ENOSPC' ? 'The disk is full.' : error.message));
