import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect as connectTo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from 'amqplib';
import { freePort } from './ports';

export type RabbitServer = {
  url: string;
  /** Resolves when it takes connections; what it kept is still there. */
  start(): Promise<void>;
  /** Kills it, so that it has no time to say goodbye. */
  kill(): Promise<void>;
  /** Keeps its connections and answers nothing, until `resume`. */
  hang(): void;
  resume(): void;
  /** Kills it and throws its files away. */
  remove(): Promise<void>;
};

/** A real RabbitMQ server on free ports, with files of its own; not started yet. `program` is its start script. */
export async function makeRabbit(program: string): Promise<RabbitServer> {
  const [port, distributionPort, epmdPort] = [await freePort(), await freePort(), await freePort()];
  const dir = mkdtempSync(join(tmpdir(), 'pomona-rabbitmq-'));
  for (const name of ['log', 'data']) mkdirSync(join(dir, name));
  writeFileSync(join(dir, 'plugins'), '[].\n');
  // A test is not a place for alarms about a full disk.
  writeFileSync(join(dir, 'rabbit.conf'), 'disk_free_limit.absolute = 50MB\nloopback_users.guest = true\n');
  const env = {
    ...process.env,
    HOME: dir,
    ERL_EPMD_ADDRESS: '127.0.0.1',
    ERL_EPMD_PORT: String(epmdPort),
    RABBITMQ_NODENAME: `pomona-${port}@localhost`,
    RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
    RABBITMQ_NODE_PORT: String(port),
    RABBITMQ_DIST_PORT: String(distributionPort),
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '-kernel inet_dist_use_interface {127,0,0,1}',
    RABBITMQ_CONFIG_FILE: join(dir, 'rabbit.conf'),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(dir, 'plugins'),
    RABBITMQ_MNESIA_BASE: join(dir, 'data'),
    RABBITMQ_LOG_BASE: join(dir, 'log'),
    RABBITMQ_CONF_ENV_FILE: join(dir, 'none'),
  };
  const url = `amqp://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;

  /** The server is a family: the script, the virtual machine and its helpers. */
  function signal(name: NodeJS.Signals): void {
    if (child?.pid === undefined) return;
    try {
      process.kill(-child.pid, name);
    } catch {
      // All of them are gone.
    }
  }

  // Ctrl-C does not reach a group of its own.
  process.on('exit', () => signal('SIGKILL'));

  async function kill(): Promise<void> {
    if (child === null) return;
    const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null;
    signal('SIGCONT');
    signal('SIGKILL');
    await ended;
    child = null;
  }

  return {
    url,
    start: async () => {
      child = spawn(program, [], { env, stdio: 'ignore', detached: true });
      for (let tries = 0; tries < 600; tries += 1) {
        const connection = await connect(url).catch(() => null);
        if (connection !== null) return connection.close();
        if (child.exitCode !== null) break;
        await sleep(100);
      }
      throw new Error(`RabbitMQ did not start; its words are in ${dir}/log`);
    },
    kill,
    hang: () => signal('SIGSTOP'),
    resume: () => signal('SIGCONT'),
    remove: async () => {
      await kill();
      await endPortMapper(epmdPort);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Asks the port mapper that Erlang started along to go: KILL_REQ of its protocol. It refuses while it knows a node. */
async function endPortMapper(port: number): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    const connection = connectTo(port, '127.0.0.1');
    connection.end(Buffer.from([0, 1, 107]));
    const [answer] = await once(connection, 'data', { signal: AbortSignal.timeout(1000) }).catch(() => ['gone']);
    if (String(answer) !== 'NO') return;
    await sleep(50);
  }
}
