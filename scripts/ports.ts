import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal, systemCode } from './refusal';

const patienceMs = 1_500;

function bindError(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', (error) => resolve(systemCode(error) ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}

export const isPortFree = async (port: number) => (await bindError('127.0.0.1', port)) === null;

/** A port of this machine that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/**
 * Refuses a port that another program has, before anything long begins. Waits a moment for a predecessor that is
 * about to let go of it.
 */
export async function requireFreePort(host: string, port: number): Promise<void> {
  // Browsers try ::1 first for `localhost`: a stranger there would answer in our place.
  const hosts = host === '127.0.0.1' ? [host, '::1'] : [host];
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const codes = await Promise.all(hosts.map((one) => bindError(one, port)));
    const own = codes[0] ?? null;
    if (own === null && !codes.includes('EADDRINUSE')) return;
    if (own === 'EACCES') throw new Refusal(`This user may not listen on port ${port}: set PORT to one above 1023.`);
    if (own !== null && own !== 'EADDRINUSE')
      throw new Refusal(`HOST "${host}" is no address of this machine (${own}).`);
    if (Date.now() > deadline) {
      throw new Refusal(
        `Port ${port} is taken by another program: stop it, or choose another port with PORT=${port + 1} npm start.`,
      );
    }
    await sleep(100);
  }
}
