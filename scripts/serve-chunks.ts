import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import send from 'send';

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};
const address = /^\/_next\/static\/([\w./~-]+\.(?:js|css))(?:\?|$)/;
const takesBrotli = /(?:^|[,\s])br(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))\s*(?:[,;]|$)/i;

/**
 * Answers with the file that the build has packed beside a script or a style. Resolves to false, with nothing sent, when
 * there is none or the client does not take Brotli. Packed once and well; Next packs each again for every reader.
 */
export function sendChunk(request: IncomingMessage, response: ServerResponse, staticDir: string): Promise<boolean> {
  const [, name = ''] = address.exec(request.url ?? '') ?? [];
  if (name === '' || !takesBrotli.test(String(request.headers['accept-encoding'] ?? ''))) return Promise.resolve(false);
  return new Promise((resolve) => {
    response.once('close', () => resolve(true));
    // Its name says what is in it: there is nothing to ask again, and no part of it to ask for.
    send(request, `${name}.br`, {
      root: staticDir,
      immutable: true,
      maxAge: '1y',
      acceptRanges: false,
      etag: false,
      lastModified: false,
    })
      .on('headers', () => {
        response.setHeader('Content-Type', types[extname(name)] ?? '');
        response.setHeader('Content-Encoding', 'br');
        response.setHeader('Vary', 'Accept-Encoding');
      })
      .on('error', () => {
        if (response.headersSent) return response.destroy();
        for (const header of ['Content-Type', 'Content-Encoding', 'Cache-Control', 'Vary']) {
          response.removeHeader(header);
        }
        resolve(false);
      })
      .pipe(response);
  });
}
