import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach } from 'vitest';
import type { Outside } from '@/lib/accounts/organizations/outside';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export const says = (text: string): Answer => {
  return (_, response) => {
    response.end(text);
  };
};

const noRecord = () => Promise.reject(Object.assign(new Error('queryTxt ENODATA'), { code: 'ENODATA' }));

/** A server on loopback that stands for every host outside of the store; it speaks no TLS. Each test begins with 404s. */
export async function startForeignHost() {
  const host = { asked: [] as { host: string | undefined; url: string | undefined }[], answer: says('') };
  const server = createServer((request, response) => {
    host.asked.push({ host: request.headers.host, url: request.url });
    host.answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  beforeEach(() => {
    host.asked.length = 0;
    host.answer = (_, response) => response.writeHead(404).end();
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return Object.assign(host, {
    port,
    /** What is outside then: every name leads to this server, without a TXT record. */
    outside: (values: Partial<Outside> = {}): Outside => ({
      addressesOf: async () => ['127.0.0.1'],
      textsOf: noRecord,
      isPublic: () => true,
      ports: { 'http:': port, 'https:': port },
      ...values,
    }),
  });
}
