import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pack } from './build';
import { sendChunk } from './serve-chunks';

const script = `export const words = ${JSON.stringify('apple '.repeat(500))};`;
let dir: string;
let server: Server;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'pomona-static-'));
  mkdirSync(join(dir, 'static', 'chunks'), { recursive: true });
  writeFileSync(join(dir, 'static', 'chunks', 'a~b_1.js'), script);
  writeFileSync(join(dir, 'static', 'chunks', 'a.css'), 'p{color:red}');
  await pack(join(dir, 'static'));
  writeFileSync(join(dir, 'static', 'chunks', 'late.js'), script);
  writeFileSync(join(dir, 'secret.js.br'), 'not for the world');
  server = createServer(async (request, response) => {
    if (!(await sendChunk(request, response, join(dir, 'static')))) response.end('Next answers');
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
});

afterAll(() => {
  server.close();
  rmSync(dir, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`http://localhost:${(server.address() as AddressInfo).port}/_next/static/${path}`, {
    method,
    headers: { 'Accept-Encoding': 'gzip, deflate, br, zstd', ...headers },
  });

test('a browser that takes Brotli gets what the build packed, for a year', async () => {
  const response = await get('chunks/a~b_1.js?v=1');
  expect(response.headers.get('content-encoding')).toBe('br');
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(response.headers.get('vary')).toBe('Accept-Encoding');
  expect(Number(response.headers.get('content-length'))).toBeLessThan(script.length / 10);
  expect(await response.text()).toBe(script);
  const style = await get('chunks/a.css');
  expect([style.headers.get('content-type'), await style.text()]).toEqual(['text/css; charset=utf-8', 'p{color:red}']);
});

test('a head has the same headers and no body', async () => {
  const response = await get('chunks/a.css', {}, 'HEAD');
  expect([response.headers.get('content-encoding'), await response.text()]).toEqual(['br', '']);
});

test.each([
  ['a browser without Brotli', 'chunks/a.css', { 'Accept-Encoding': 'gzip' }],
  ['one that refuses it', 'chunks/a.css', { 'Accept-Encoding': 'gzip, br;q=0' }],
  ['a file that came after the build', 'chunks/late.js', {}],
  ['one that is not there', 'chunks/nothing.js', {}],
  ['one that is neither script nor style', 'chunks/a.woff2', {}],
  ['one above the folder', '%2e%2e/secret.js', {}],
  ['one above the folder, in a longer way', 'chunks/..%2f..%2fsecret.js', {}],
  ['a condition that does not hold', 'chunks/a.css', { 'If-Match': '"other"' }],
])('%s is left to Next, with no header of ours', async (_, path, headers) => {
  const response = await get(path, headers);
  expect(await response.text()).toBe('Next answers');
  for (const name of ['content-encoding', 'content-type', 'cache-control', 'vary']) {
    expect(response.headers.get(name), name).toBeNull();
  }
});
