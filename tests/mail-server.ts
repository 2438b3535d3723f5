import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export type ReceivedLetter = { to: string[]; from: string; headers: Record<string, string>; text: string };

/** A mail server on loopback. It keeps what it takes, and behaves as badly as it is told. */
export async function startMailServer() {
  const letters: ReceivedLetter[] = [];
  const behaviour = { refusals: 0, isHanging: false };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(_address, _session, done) {
      if (behaviour.refusals === 0) return done();
      behaviour.refusals -= 1;
      done(Object.assign(new Error('Try again later'), { responseCode: 450 }));
    },
    onData(stream, { envelope }, done) {
      text(stream).then((raw) => {
        if (behaviour.isHanging) return;
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        letters.push({ to: envelope.rcptTo.map(({ address }) => address), from, ...parse(raw) });
        done();
      }, done);
    },
  });
  // A client that gives up on a server that hangs resets the connection.
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    behaviour,
    to: (recipient: string) => letters.filter((letter) => letter.to.includes(recipient)),
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

function parse(raw: string): Pick<ReceivedLetter, 'headers' | 'text'> {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ');
  const headers = Object.fromEntries(
    lines.split('\r\n').map((line) => [line.split(':', 1)[0]?.toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const body = raw.slice(end + 4);
  if (headers['content-transfer-encoding'] !== 'quoted-printable') return { headers, text: body };
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return { headers, text: Buffer.from(bytes, 'latin1').toString('utf8') };
}

/** The last part of the link in a letter. */
export const tokenIn = (letter: string | undefined) =>
  /^https?:\/\/\S+[/=]([\w-]{43})\s*$/m.exec(letter ?? '')?.[1] ?? '';
