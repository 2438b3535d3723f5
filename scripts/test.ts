import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryDir } from './environment';
import { say } from './progress';
import { makeTemporaryDir, sweepTemporaryDirs } from './temporary';
import { provideChromium, provideRabbit, provideRedis } from './tools';

// npm test: everything CI runs. The last line alone adds up the tests of every stage.

type Count = { passed: number; failed: number };
type Result = Count & { name: string; seconds: number; missing?: string };
type Command = [script: string, ...args: string[]];

const bin = (name: string) => join('node_modules', name);
const biome = bin('@biomejs/biome/bin/biome');
const vitest = bin('vitest/vitest.mjs');

/** Each is one test: it passes or it does not. */
const checks: Record<string, Command[]> = {
  format: [[biome, 'format', '.']],
  lint: [[biome, 'lint', '--error-on-warnings', '.']],
  types: [
    [bin('next/dist/bin/next'), 'typegen'],
    [bin('typescript/bin/tsc'), '--noEmit'],
  ],
};

/** Each closes with the line `<name>: N passed, N failed`. Those with servers wait for them more than they work. */
const runners: Record<string, Command> = {
  unit: [vitest, 'run', '--project', 'unit'],
  db: [vitest, 'run', '--project', 'db', '--maxWorkers', '3'],
  services: [vitest, 'run', '--project', 'services', '--maxWorkers', '3'],
  browser: [bin('@playwright/test/cli.js'), 'test'],
};

const stages = [...Object.keys(checks), ...Object.keys(runners)];
let current: ChildProcess | null = null;
let isEnding = false;

/** Runs one of the project's tools and shows what it says; gives its exit status and its output. */
function runTool([script, ...args]: Command, variables: Record<string, string>): Promise<[number, string]> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: repositoryDir,
      env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}), ...variables },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    current = child;
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      process.stdout.write(text);
    });
    child.on('error', (error) => {
      say(error.message);
      resolve([1, output]);
    });
    child.on('close', (status) => resolve([status ?? 1, output]));
  });
}

async function runCheck(commands: Command[]): Promise<Count> {
  for (const command of commands) {
    const [status] = await runTool(command, {});
    if (status !== 0) return { passed: 0, failed: 1 };
  }
  return { passed: 1, failed: 0 };
}

async function runTests(name: string, command: Command, variables: Record<string, string>): Promise<Count> {
  const [status, output] = await runTool(command, variables);
  const line = new RegExp(`^${name}: (\\d+) passed, (\\d+) failed$`, 'gm');
  const last = [...output.matchAll(line)].at(-1);
  const count = { passed: Number(last?.[1] ?? 0), failed: Number(last?.[2] ?? 0) };
  // Neither a runner that breaks down nor one that finds nothing to run may pass.
  if (count.failed === 0 && (status !== 0 || count.passed === 0)) count.failed = 1;
  return count;
}

async function runBrowserTests(command: Command): Promise<Count & { missing?: string }> {
  const chromium = await provideChromium();
  if (chromium.path === null) return { passed: 0, failed: 0, missing: `chromium (${chromium.missing})` };
  const dir = makeTemporaryDir();
  try {
    return await runTests('browser', command, { CHROMIUM_PATH: chromium.path, POMONA_TEST_DIR: dir });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function runServiceTests(command: Command): Promise<Count & { missing?: string }> {
  const redis = await provideRedis();
  if (redis.path === null) return { passed: 0, failed: 0, missing: `redis (${redis.missing})` };
  const rabbit = await provideRabbit();
  if (rabbit.path === null) return { passed: 0, failed: 0, missing: `rabbitmq (${rabbit.missing})` };
  return runTests('services', command, {});
}

async function runStage(name: string): Promise<Result> {
  process.stdout.write(`\n── ${name} ──\n`);
  const started = Date.now();
  const check = checks[name];
  const runner = runners[name];
  let count: Count & { missing?: string } = { passed: 0, failed: 1 };
  if (check !== undefined) count = await runCheck(check);
  else if (runner !== undefined && name === 'browser') count = await runBrowserTests(runner);
  else if (runner !== undefined && name === 'services') count = await runServiceTests(runner);
  else if (runner !== undefined) count = await runTests(name, runner, {});
  return { name, seconds: (Date.now() - started) / 1000, ...count };
}

function stop(signal: NodeJS.Signals): void {
  isEnding = true;
  current?.kill(signal);
}

async function main(): Promise<number> {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !stages.includes(name));
  if (unknown.length > 0) {
    say(`There is no stage "${unknown.join('", "')}"; there are ${stages.join(', ')}.`);
    return 2;
  }
  const results: Result[] = [];
  for (const name of stages) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    results.push(await runStage(name));
    if (isEnding) {
      await sweepTemporaryDirs();
      return 130;
    }
  }
  process.stdout.write('\n');
  for (const { name, passed, failed, seconds, missing } of results) {
    const line = `${name.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s  ${passed} passed, ${failed} failed`;
    process.stdout.write(`${missing === undefined ? line : `NOT RUN: ${missing}`}\n`);
  }
  const passed = results.reduce((sum, one) => sum + one.passed, 0);
  const failed = results.reduce((sum, one) => sum + one.failed, 0);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  if (failed > 0) return 1;
  return results.some((one) => one.missing !== undefined) ? 3 : 0;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(signal));
// Whoever started this is gone without a word.
if (process.channel) process.on('disconnect', () => stop('SIGTERM'));

process.exitCode = await main();
if (process.channel) process.disconnect();
