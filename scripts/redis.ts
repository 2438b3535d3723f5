import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './ports';

export type RedisServer = {
  url: string;
  start(): Promise<void>;
  /** Kills it; what it kept is gone. */
  stop(): Promise<void>;
  /** Keeps its connections and answers nothing, until `resume`. */
  hang(): void;
  resume(): void;
};

/** A real Redis server on a free port, without files; not started yet. */
export async function makeRedis(program: string): Promise<RedisServer> {
  const port = await freePort();
  let child: ChildProcess | null = null;
  process.on('exit', () => child?.kill('SIGKILL'));

  async function isListening(): Promise<boolean> {
    const socket = connect(port, '127.0.0.1');
    const isUp = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    return isUp;
  }

  return {
    url: `redis://127.0.0.1:${port}`,
    start: async () => {
      const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
      child = spawn(program, settings, { stdio: 'ignore' });
      for (let tries = 0; tries < 200; tries += 1) {
        if (await isListening()) return;
        await sleep(25);
      }
      throw new Error('Redis did not start');
    },
    stop: async () => {
      if (child === null || child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGCONT');
      child.kill('SIGKILL');
      await ended;
      child = null;
    },
    hang: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
  };
}
