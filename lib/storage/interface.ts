/** Bytes from `start` to `end`, both included, counted from 0. */
export type ByteRange = { start: number; end: number };

/** Where files are kept. Keys are paths such as `binaries/{id}/app.zip`; a key that could leave its root is refused. */
export interface Storage {
  /** Stores everything or nothing: readers see the old file or the new one, never a part. */
  put(key: string, bytes: AsyncIterable<Uint8Array>): Promise<{ sizeBytes: number; sha256: string }>;
  /** The file's bytes, or null when there is no such file. Cancelling the stream releases the file. */
  open(key: string, range?: ByteRange): Promise<ReadableStream<Uint8Array> | null>;
  stat(key: string): Promise<{ sizeBytes: number; modifiedAt: Date } | null>;
}
