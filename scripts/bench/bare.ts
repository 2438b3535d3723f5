import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { repositoryDir } from '../environment';
import { freePort } from '../ports';
import { step } from '../progress';
import { Refusal } from '../refusal';

// What a store is compared with: the least that the same machine can do with the same tools.

export type Bare = { url: string; stop: () => Promise<void> };

const dir = join(repositoryDir, '.pomona', 'bench', 'bare-next');
const next = join(repositoryDir, 'node_modules', 'next', 'dist', 'bin', 'next');

const files: Record<string, string> = {
  'package.json': '{ "private": true, "type": "module" }',
  'next.config.mjs': `export default { turbopack: { root: ${JSON.stringify(repositoryDir)} }, poweredByHeader: false };`,
  'app/layout.jsx':
    'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }',
  'app/page.jsx': `import { headers } from 'next/headers';
export default async function Page() {
  const agent = (await headers()).get('user-agent');
  return <main><h1>Bare</h1><p>{agent}</p></main>;
}`,
  'app/bare/route.js': `import { readFileSync } from 'node:fs';
const body = readFileSync(process.env.BARE_BODY, 'utf8');
export const dynamic = 'force-dynamic';
export function GET(request) {
  return new Response(body, { headers: { 'Content-Type': 'application/json', 'X-Url': request.url.length.toString() } });
}`,
};

/** An HTTP server of Node that answers the text to everything. */
export async function startBareNode(body: string): Promise<Bare> {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function run(args: string[], environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [next, ...args], {
    cwd: dir,
    env: { ...process.env, ...environment, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    stdio: 'ignore',
  });
}

/** A Next app with one page (`/`) that reads a header, and one route (`/bare`) that answers the text. */
export async function startBareNext(body: string): Promise<Bare> {
  const bodyFile = join(dir, 'body.json');
  const isSame = Object.entries(files).every(
    ([name, text]) => existsSync(join(dir, name)) && readFileSync(join(dir, name), 'utf8') === text,
  );
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  writeFileSync(bodyFile, body);
  if (!isSame || !existsSync(join(dir, '.next', 'BUILD_ID'))) {
    await step('Building the bare Next app', async () => {
      const [status] = await once(run(['build'], { BARE_BODY: bodyFile }), 'exit');
      if (status !== 0) throw new Refusal('The bare Next app cannot be built.');
    });
  }
  const port = await freePort();
  const child = run(['start', '--hostname', '127.0.0.1', '--port', String(port)], { BARE_BODY: bodyFile });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries += 1) {
    if (
      await fetch(url).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      break;
    if (tries > 200) throw new Refusal('The bare Next app does not start.');
    await sleep(50);
  }
  return {
    url,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
