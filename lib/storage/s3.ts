import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { S3Client, S3ClientConfig } from '@aws-sdk/client-s3';
import { requireStorageKey } from './key';
import type { Storage, StoredFile } from './interface';

export type S3Settings = {
  /** Another address than Amazon's, with the bucket's name in the path. */
  endpoint?: string | undefined;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
};

/** What is in memory of a file on its way: two parts. A file of 4 GiB has 512 of the 10,000 that are allowed. */
const partBytes = 8 * 1024 * 1024;
const partsAtOnce = 2;

/** Files in a bucket of Amazon S3 or of a store that speaks its protocol. */
export function s3Storage({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Settings): Storage {
  let connected: Promise<{ sdk: Sdk; client: S3Client }> | undefined;
  const connect = () => {
    connected ??= open({
      region,
      credentials: { accessKeyId, secretAccessKey },
      // Newer checksums are not understood by every store; whoever keeps a file has its SHA-256.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    });
    return connected;
  };
  const at = (key: string) => ({ Bucket: bucket, Key: requireStorageKey(key) });

  return {
    async put(key, bytes) {
      const target = at(key);
      const { sdk, client } = await connect();
      const seen = { sizeBytes: 0, hash: createHash('sha256') };
      const upload = new sdk.Upload({
        client,
        params: { ...target, Body: Readable.from(counted(bytes, seen), { objectMode: false, highWaterMark: 0 }) },
        partSize: partBytes,
        queueSize: partsAtOnce,
      });
      // Where it fails the parts are taken back, and the object stays what it was.
      await upload.done();
      return { sizeBytes: seen.sizeBytes, sha256: seen.hash.digest('hex') };
    },

    async open(key, range) {
      const target = at(key);
      const { sdk, client } = await connect();
      const command = new sdk.GetObjectCommand({
        ...target,
        ...(range ? { Range: `bytes=${range.start}-${range.end}` } : {}),
      });
      try {
        const { Body } = await client.send(command);
        return Body ? (Readable.toWeb(Body as Readable) as ReadableStream<Uint8Array>) : nothing();
      } catch (error) {
        if (isAbsent(error)) return null;
        if (statusOf(error) === 416) return nothing();
        throw error;
      }
    },

    async stat(key) {
      const target = at(key);
      const { sdk, client } = await connect();
      try {
        const { ContentLength = 0, LastModified = new Date(0) } = await client.send(new sdk.HeadObjectCommand(target));
        return { sizeBytes: ContentLength, modifiedAt: LastModified };
      } catch (error) {
        if (isAbsent(error)) return null;
        throw error;
      }
    },

    async delete(key) {
      const target = at(key);
      const { sdk, client } = await connect();
      await client.send(new sdk.DeleteObjectCommand(target));
    },

    async *list(folder) {
      const prefix = `${requireStorageKey(folder)}/`;
      const { sdk, client } = await connect();
      for await (const page of sdk.paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix })) {
        for (const { Key, Size = 0, LastModified = new Date(0) } of page.Contents ?? []) {
          if (Key) yield { key: Key, sizeBytes: Size, modifiedAt: LastModified } satisfies StoredFile;
        }
      }
    },
  };
}

type Sdk = typeof import('@aws-sdk/client-s3') & Pick<typeof import('@aws-sdk/lib-storage'), 'Upload'>;

/** The SDK is loaded by stores that use it, when they first do. */
async function open(config: S3ClientConfig): Promise<{ sdk: Sdk; client: S3Client }> {
  const [s3, { Upload }] = await Promise.all([import('@aws-sdk/client-s3'), import('@aws-sdk/lib-storage')]);
  return { sdk: { ...s3, Upload }, client: new s3.S3Client(config) };
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  seen: { sizeBytes: number; hash: ReturnType<typeof createHash> },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    if (chunk.byteLength === 0) continue;
    seen.hash.update(chunk);
    seen.sizeBytes += chunk.byteLength;
    yield chunk;
  }
}

const nothing = () => new ReadableStream<Uint8Array>({ start: (controller) => controller.close() });

const statusOf = (error: unknown) =>
  (error as { $metadata?: { httpStatusCode?: number } } | null)?.$metadata?.httpStatusCode;

/** A bucket that is missing is no missing file. */
const isAbsent = (error: unknown) =>
  statusOf(error) === 404 && error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound');
