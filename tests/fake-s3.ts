import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

type Stored = { body: Buffer; etag: string; modifiedAt: Date };
type Upload = { key: string; parts: Map<number, Stored> };
type Answer = { status: number; headers?: Record<string, string>; body?: Buffer | string };

const minimumPartBytes = 5 * 1024 * 1024;
const pageKeys = 4;

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();
const xml = (text: string) => `<?xml version="1.0" encoding="UTF-8"?>\n${text}`;
const problem = (status: number, code: string): Answer => ({
  status,
  headers: { 'Content-Type': 'application/xml' },
  body: xml(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`),
});

/**
 * A fake of the S3 API on loopback, written from what Amazon publishes about it: objects by path, ranges, multipart
 * uploads, lists in pages, Signature Version 4. It holds what it gets in memory, knows what the store needs and refuses
 * the rest.
 */
export async function startFakeS3() {
  const credentials = { accessKeyId: 'fake-key', secretAccessKey: 'fake-secret' };
  const [bucket, region] = ['files', 'us-east-1'];
  const objects = new Map<string, Stored>();
  const uploads = new Map<string, Upload>();
  const requests: string[] = [];
  const failures: { pattern: RegExp; status: number; left: number }[] = [];
  let serial = 0;

  const server = createServer((request, response) => {
    void handle(request)
      .catch((error: unknown): Answer => problem(500, `InternalError ${error}`))
      .then((answer) => send(request, response, answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function handle(request: IncomingMessage): Promise<Answer> {
    const body = await buffer(request);
    const url = new URL(request.url ?? '/', endpoint);
    const method = request.method ?? 'GET';
    const [, asked = '', ...rest] = decodeURIComponent(url.pathname).split('/');
    const key = rest.join('/');
    const line = `${method} ${key}`;
    requests.push(line);
    const failure = failures.find(({ pattern, left }) => left > 0 && pattern.test(line));
    if (failure) {
      failure.left -= 1;
      return problem(failure.status, failure.status === 503 ? 'SlowDown' : 'Refused');
    }
    const refused = checkSignature(request, url, body);
    if (refused) return refused;
    if (asked !== bucket) return problem(404, 'NoSuchBucket');
    const query = url.searchParams;
    if (key === '') return query.get('list-type') === '2' ? list(query) : problem(501, 'NotImplemented');
    if (method === 'POST' && query.has('uploads')) return begin(key);
    const uploadId = query.get('uploadId');
    if (uploadId !== null) return ofUpload(method, uploadId, query, body);
    if (method === 'PUT') return store(key, body);
    if (method === 'GET' || method === 'HEAD') return read(key, request.headers.range);
    if (method === 'DELETE') {
      objects.delete(key);
      return { status: 204 };
    }
    return problem(501, 'NotImplemented');
  }

  /** Signature Version 4, as the SDK makes it for headers. */
  function checkSignature(request: IncomingMessage, url: URL, body: Buffer): Answer | null {
    const { headers } = request;
    const match =
      /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
        headers.authorization ?? '',
      );
    if (!match) return problem(403, 'AccessDenied');
    const [, id, date = '', scopeRegion = '', signed = '', signature] = match;
    const given = String(headers['x-amz-content-sha256']);
    if (id !== credentials.accessKeyId || scopeRegion !== region) return problem(403, 'InvalidAccessKeyId');
    if (given !== 'UNSIGNED-PAYLOAD' && given !== sha256(body)) return problem(400, 'XAmzContentSHA256Mismatch');
    const encode = (text: string) =>
      encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
    const query = [...url.searchParams]
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .sort()
      .join('&');
    const canonical = [
      request.method,
      url.pathname,
      query,
      ...signed.split(';').map((name) => `${name}:${String(headers[name]).trim()}`),
      '',
      signed,
      given,
    ].join('\n');
    const scope = `${date}/${region}/s3/aws4_request`;
    const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
    const signingKey = [date, region, 's3', 'aws4_request'].reduce<string | Buffer>(
      hmac,
      `AWS4${credentials.secretAccessKey}`,
    );
    return hmac(signingKey, toSign).toString('hex') === signature ? null : problem(403, 'SignatureDoesNotMatch');
  }

  const kept = (body: Buffer): Stored => ({
    body,
    etag: `"${createHash('md5').update(body).digest('hex')}"`,
    modifiedAt: new Date(),
  });

  function store(key: string, body: Buffer): Answer {
    const object = kept(body);
    objects.set(key, object);
    return { status: 200, headers: { ETag: object.etag } };
  }

  function read(key: string, range: string | undefined): Answer {
    const object = objects.get(key);
    if (!object) return problem(404, 'NoSuchKey');
    const headers = {
      ETag: object.etag,
      'Last-Modified': object.modifiedAt.toUTCString(),
      'Content-Type': 'application/octet-stream',
    };
    if (range === undefined) return { status: 200, headers, body: object.body };
    const [, first = '', last = ''] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
    const size = object.body.length;
    if (first === '' || Number(first) >= size) return problem(416, 'InvalidRange');
    const end = Math.min(Number(last), size - 1);
    return {
      status: 206,
      headers: { ...headers, 'Content-Range': `bytes ${first}-${end}/${size}` },
      body: object.body.subarray(Number(first), end + 1),
    };
  }

  function begin(key: string): Answer {
    serial += 1;
    uploads.set(`upload-${serial}`, { key, parts: new Map() });
    return {
      status: 200,
      body: xml(
        `<InitiateMultipartUploadResult><Bucket>${bucket}</Bucket><Key>${key}</Key><UploadId>upload-${serial}</UploadId></InitiateMultipartUploadResult>`,
      ),
    };
  }

  function ofUpload(method: string, id: string, query: URLSearchParams, body: Buffer): Answer {
    const upload = uploads.get(id);
    if (!upload) return problem(404, 'NoSuchUpload');
    if (method === 'DELETE') {
      uploads.delete(id);
      return { status: 204 };
    }
    if (method === 'PUT') {
      const part = kept(body);
      upload.parts.set(Number(query.get('partNumber')), part);
      return { status: 200, headers: { ETag: part.etag } };
    }
    const wanted = [...body.toString('utf8').matchAll(/<Part>(.*?)<\/Part>/gs)].map(([, part = '']) => ({
      number: Number(/<PartNumber>(\d+)</.exec(part)?.[1]),
      etag: /<ETag>(.*?)</.exec(part)?.[1]?.replaceAll('&quot;', '"'),
    }));
    const parts = wanted.map(({ number }) => upload.parts.get(number));
    if (wanted.length === 0 || parts.some((part, i) => part?.etag !== wanted[i]?.etag)) {
      return problem(400, 'InvalidPart');
    }
    if (parts.slice(0, -1).some((part) => (part?.body.length ?? 0) < minimumPartBytes)) {
      return problem(400, 'EntityTooSmall');
    }
    uploads.delete(id);
    store(upload.key, Buffer.concat(parts.map((part) => part?.body ?? Buffer.alloc(0))));
    return {
      status: 200,
      body: xml(
        `<CompleteMultipartUploadResult><Bucket>${bucket}</Bucket><Key>${upload.key}</Key><ETag>"${id}"</ETag></CompleteMultipartUploadResult>`,
      ),
    };
  }

  function list(query: URLSearchParams): Answer {
    const after = query.get('continuation-token') ?? '';
    const keys = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '') && key > after).sort();
    const page = keys.slice(0, pageKeys);
    const isTruncated = keys.length > page.length;
    const contents = page.map((key) => {
      const { body, etag, modifiedAt } = objects.get(key) as Stored;
      return `<Contents><Key>${key}</Key><LastModified>${modifiedAt.toISOString()}</LastModified><ETag>${etag}</ETag><Size>${body.length}</Size></Contents>`;
    });
    const next = isTruncated ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
    return {
      status: 200,
      body: xml(
        `<ListBucketResult><Name>${bucket}</Name><KeyCount>${page.length}</KeyCount><IsTruncated>${isTruncated}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`,
      ),
    };
  }

  function send(request: IncomingMessage, response: ServerResponse, { status, headers, body = '' }: Answer): void {
    response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  return {
    settings: { endpoint, bucket, region, ...credentials },
    /** Method and key of what was asked, in order. */
    requests,
    objects,
    unfinished: () => uploads.size,
    /** Requests like that are refused with this status, so often. */
    fail: (pattern: RegExp, status: number, times = Number.POSITIVE_INFINITY) =>
      void failures.push({ pattern, status, left: times }),
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export type FakeS3 = Awaited<ReturnType<typeof startFakeS3>>;

/** Where the store of this process keeps its files from now on; call it before anything reads the environment. */
export function keepFilesIn({ settings }: FakeS3): void {
  Object.assign(process.env, {
    S3_ENDPOINT: settings.endpoint,
    S3_BUCKET: settings.bucket,
    S3_REGION: settings.region,
    S3_ACCESS_KEY_ID: settings.accessKeyId,
    S3_SECRET_ACCESS_KEY: settings.secretAccessKey,
  });
}
