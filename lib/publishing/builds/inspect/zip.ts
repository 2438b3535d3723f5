import { Readable } from 'node:stream';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import { type BuildFile, ReadFailed } from './build-file';
import { BuildProblem, quoted } from './problem';

const entriesMax = 65_535;
const directoryBytesMax = 32 * 1024 * 1024;
const nameBytesMax = 1_024;

/** What an archive may become: a tool that unpacks it must not fill a disk. */
export const expandedBytesMax = 16 * 1024 ** 3;
const ratioMax = 100;
/** Below this no ratio is dangerous. */
const harmlessBytes = 100 * 1024 * 1024;

const methods = { stored: 0, deflated: 8 };

export type Archive = {
  names: ReadonlySet<string>;
  entryCount: number;
  /** What is in an entry; null when there is none of that name. Throws BuildProblem where it is larger than `maxBytes`. */
  readEntry(name: string, maxBytes: number): Promise<Buffer | null>;
};

class Reader extends RandomAccessReader {
  readonly file: BuildFile;

  constructor(file: BuildFile) {
    super();
    this.file = file;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.file.stream(start, end), { objectMode: false });
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    this.file.read(position, length).then(
      (bytes) => callback(null, bytes.copy(buffer, offset)),
      (error: Error) => callback(error),
    );
  }

  override close(callback: (error: Error | null) => void): void {
    callback(null);
  }
}

/**
 * Reads a ZIP archive as strictly as the strictest tool would, so that every tool sees the same in it: nothing before it,
 * nothing that overlaps, no name twice, and every entry as long as it says. Throws BuildProblem, ReadFailed.
 */
export async function openArchive(file: BuildFile): Promise<Archive> {
  return asProblem(async () => {
    const zip = await fromRandomAccessReaderPromise(new Reader(file), file.sizeBytes, {
      autoClose: false,
      strictFileNames: true,
    });
    const entries = await listEntries(zip);
    checkLayout(entries);
    checkSizes(entries, file.sizeBytes);
    for (const entry of entries) await checkEntry(zip, entry);
    const byName = new Map(entries.map((entry) => [entry.fileName, entry]));
    return {
      names: new Set(byName.keys()),
      entryCount: entries.length,
      readEntry: (name, maxBytes) => asProblem(() => readEntry(zip, byName.get(name), maxBytes)),
    };
  });
}

/** What the library finds wrong is wrong with the build, unless storage failed it. */
async function asProblem<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BuildProblem || error instanceof ReadFailed) throw error;
    throw new BuildProblem(`The ZIP archive is damaged: ${quoted(error instanceof Error ? error.message : '')}.`);
  }
}

async function listEntries(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount === 0) throw new BuildProblem('The archive is empty.');
  if (zip.entryCount > entriesMax) {
    throw new BuildProblem(`The archive has ${zip.entryCount} entries; at most ${entriesMax} are taken.`);
  }
  const entries: Entry[] = [];
  let directoryBytes = 0;
  for await (const entry of zip.eachEntry()) {
    directoryBytes += 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
    if (directoryBytes > directoryBytesMax || entry.fileNameLength > nameBytesMax) {
      throw new BuildProblem('The names of the archive are too long.');
    }
    if (entry.isEncrypted()) throw new BuildProblem(`${quoted(entry.fileName)} is encrypted and cannot be checked.`);
    if (entry.compressionMethod !== methods.stored && entry.compressionMethod !== methods.deflated) {
      throw new BuildProblem(
        `${quoted(entry.fileName)} is compressed by a method (${entry.compressionMethod}) that cannot be checked; use Deflate.`,
      );
    }
    entries.push(entry);
  }
  return entries.sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
}

function checkLayout(entries: Entry[]): void {
  const names = new Set<string>();
  let end = 0;
  for (const [i, entry] of entries.entries()) {
    const start = entry.relativeOffsetOfLocalHeader;
    if (i === 0 && start !== 0) throw new BuildProblem('Something stands before the archive.');
    if (start < end) throw new BuildProblem('Entries of the archive overlap, as in a ZIP bomb.');
    end = start + 30 + entry.fileNameLength + entry.compressedSize;
    if (names.has(entry.fileName)) throw new BuildProblem(`${quoted(entry.fileName)} is in the archive twice.`);
    names.add(entry.fileName);
  }
}

function checkSizes(entries: Entry[], sizeBytes: number): void {
  checkExpansion(
    entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0),
    sizeBytes,
  );
}

/** Throws BuildProblem where so much comes out of so little that it can only be meant to do harm. */
export function checkExpansion(expandedBytes: number, sizeBytes: number): void {
  const ratio = Math.round(expandedBytes / sizeBytes);
  if (expandedBytes > expandedBytesMax || (expandedBytes > harmlessBytes && ratio > ratioMax)) {
    throw new BuildProblem(`The archive expands to ${ratio} times its size, as a ZIP bomb does.`);
  }
}

/** Both headers of an entry say the same, and it is as long as they say: a bomb may lie about that. */
async function checkEntry(zip: ZipFile, entry: Entry): Promise<void> {
  const local = await zip.readLocalFileHeaderPromise(entry);
  if (!local.fileName.equals(entry.fileNameRaw) || local.compressionMethod !== entry.compressionMethod) {
    throw new BuildProblem(`The archive says two different things about ${quoted(entry.fileName)}.`);
  }
  if (entry.compressionMethod === methods.stored) return;
  const stream = await zip.openReadStreamPromise(entry);
  // More or less than it says is an error of the stream.
  for await (const _ of stream);
}

async function readEntry(zip: ZipFile, entry: Entry | undefined, maxBytes: number): Promise<Buffer | null> {
  if (!entry) return null;
  if (entry.uncompressedSize > maxBytes) throw new BuildProblem(`${quoted(entry.fileName)} is too large.`);
  const parts: Buffer[] = [];
  for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part);
  return Buffer.concat(parts);
}
