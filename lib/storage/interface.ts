/** Bytes from `start` to `end`, both included, counted from 0. */
export type ByteRange = { start: number; end: number };

export type StoredFile = { key: string; sizeBytes: number; modifiedAt: Date };

/** Where files are kept. Keys are paths such as `binaries/{id}/app.zip`; a key that could leave its root is refused. */
export interface Storage {
  /** Stores everything or nothing: readers see the old file or the new one, never a part. */
  put(key: string, bytes: AsyncIterable<Uint8Array>): Promise<{ sizeBytes: number; sha256: string }>;
  /** The file's bytes, or null when there is no such file. Cancelling the stream releases the file. */
  open(key: string, range?: ByteRange): Promise<ReadableStream<Uint8Array> | null>;
  stat(key: string): Promise<{ sizeBytes: number; modifiedAt: Date } | null>;
  /** Deletes a file; one that is not there is as good as deleted. */
  delete(key: string): Promise<void>;
  /** Every file below a folder, in any order. */
  list(folder: string): AsyncIterable<StoredFile>;
}
