import { once } from 'node:events';
import { createWriteStream, rmSync, type WriteStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Reject } from '@/lib/catalog/import/import-catalogue';

/** Beside the file; where nobody may write there, in the folder that the command was given in. */
export async function placeOfRejects(file: string): Promise<string> {
  const name = `${basename(file)}.rejects.ndjson`;
  const isWritable = await access(dirname(file), constants.W_OK).then(
    () => true,
    () => false,
  );
  return join(isWritable ? dirname(file) : (process.env.INIT_CWD ?? process.cwd()), name);
}

export type Rejects = {
  path: string;
  write: (rejects: readonly Reject[]) => Promise<void>;
  close: () => Promise<void>;
};

/** Writes rejected rows, one JSON object a line. There is a file only where there are any; an earlier one goes. */
export function createRejects(path: string): Rejects {
  rmSync(path, { force: true });
  let stream: WriteStream | undefined;
  return {
    path,
    async write(rejects) {
      if (!stream) {
        stream = createWriteStream(path);
        await once(stream, 'open');
      }
      const isRoom = stream.write(rejects.map((reject) => `${JSON.stringify(reject)}\n`).join(''));
      if (!isRoom) await once(stream, 'drain');
    },
    async close() {
      if (!stream) return;
      stream.end();
      await finished(stream);
    },
  };
}
