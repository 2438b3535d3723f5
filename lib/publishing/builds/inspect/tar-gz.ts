import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type BuildFile, ReadFailed } from './build-file';
import { BuildProblem } from './problem';
import { checkExpansion } from './zip';

const blockBytes = 512;

export const isGzip = (head: Buffer): boolean => head.toString('hex', 0, 3) === '1f8b08';

/** Unpacks the whole file once, keeping nothing: it must be a tar archive and no bomb. Throws BuildProblem, ReadFailed. */
export async function checkTarGz(file: BuildFile): Promise<void> {
  const source = Readable.from(file.stream(0, file.sizeBytes), { objectMode: false });
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  let expanded = 0;
  let first = Buffer.alloc(0);
  try {
    for await (const part of gunzip as AsyncIterable<Buffer>) {
      expanded += part.length;
      if (first.length < blockBytes) {
        first = Buffer.concat([first, part]).subarray(0, blockBytes);
        if (first.length === blockBytes) requireTar(first);
      }
      checkExpansion(expanded, file.sizeBytes);
    }
  } catch (error) {
    if (error instanceof BuildProblem || error instanceof ReadFailed) throw error;
    throw new BuildProblem('The compressed archive is damaged or ends early.');
  } finally {
    source.destroy();
  }
  if (first.length < blockBytes) throw notTar();
}

const notTar = () => new BuildProblem('What is compressed in it is no tar archive.');

/** The header of the first entry, of POSIX (ustar) or GNU, with the sum that it says of itself. */
function requireTar(block: Buffer): void {
  const field = (start: number, length: number) => block.toString('latin1', start, start + length);
  const sum = block.reduce((total, byte, i) => total + (i >= 148 && i < 156 ? 0x20 : byte), 0);
  if (field(257, 5) !== 'ustar' || Number.parseInt(field(148, 8).trim(), 8) !== sum) throw notTar();
}
