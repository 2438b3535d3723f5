import { z } from 'zod';
import { actorOf, keyActorOf, keyIn } from '@/lib/auth/actor';
import { mayBrowse } from '@/lib/auth/audience';
import { type Ctx, requestContext, requireRole, requireUser } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { takeFromLimit } from '@/lib/cache/rate-limit';
import { getSettings } from '@/lib/settings';
import { clientAddress, requireSameOrigin } from './client';
import { etagOf, isKnown } from './etag';
import type { Operation } from './operation';
import { type Operations, operations } from './operations';
import { answerError } from './problem';

const maxBodyBytes = 1024 * 1024;
const noQuery = z.strictObject({});

type Parsed<O, K extends 'params' | 'query' | 'body'> = O extends Record<K, z.ZodType> ? z.output<O[K]> : undefined;

export type RouteInput<O> = {
  ctx: Ctx;
  params: Parsed<O, 'params'>;
  query: Parsed<O, 'query'>;
  body: Parsed<O, 'body'>;
  request: Request;
};

type StatusBody<O> = O extends { responses: infer R }
  ? {
      [S in keyof R & number]: {
        status: S;
        body: R[S] extends z.ZodType ? z.input<R[S]> : null;
        headers?: Record<string, string>;
      };
    }[keyof R & number]
  : never;

type Handler<O> = (input: RouteInput<O>) => Promise<StatusBody<O> | Response>;
type NextHandler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>;

/**
 * Makes the Next handler of one operation: request id, limits, session or key, same origin, validation, then `handle`.
 * Everything thrown becomes a problem document.
 */
export function route<K extends keyof Operations>(key: K, handle: Handler<Operations[K]>): NextHandler {
  const operation: Operation = operations[key];
  return async (request, context) => {
    const ctx = requestContext();
    try {
      await takeFromLimit(ctx, operation.limit ?? 'requests', clientAddress(request.headers));
      const key = operation.auth === 'none' ? null : keyIn(request.headers);
      // Browsers send no key of their own accord: what carries one was meant.
      if (key === null && request.method !== 'GET' && request.method !== 'HEAD') requireSameOrigin(request);
      if (key === null) ctx.actor = await actorOf(ctx, request.headers);
      else if (operation.auth === 'developer') ctx.actor = await keyActorOf(ctx, key);
      await authorise(ctx, operation);
      const params = operation.params
        ? parse(operation.params, decodeParams(await context.params), 'not_found')
        : undefined;
      const query = parse(operation.query ?? noQuery, queryOf(request));
      const body = operation.body ? parse(operation.body, await readJson(request, operation.body)) : undefined;
      const answer = await handle({ ctx, params, query, body, request } as RouteInput<Operations[K]>);
      if (answer instanceof Response) return answer;
      if (operation.isCatalogueRead) {
        const { access } = await getSettings(ctx);
        return catalogueAnswer(request, operation, answer, access === 'public');
      }
      return answerWith(answer.status, answer.body, answer.headers);
    } catch (error) {
      return answerError(error, ctx);
    }
  };
}

async function authorise(ctx: Ctx, operation: Operation) {
  if (operation.auth === 'user') requireUser(ctx);
  else if (operation.auth === 'developer') requireDeveloper(ctx);
  else if (operation.auth !== 'none') requireRole(ctx, operation.auth);
  else if (!operation.isOpenToStrangers && !(await mayBrowse(ctx))) requireUser(ctx);
}

/** A person or a key; what they may do, the command decides. */
function requireDeveloper(ctx: Ctx) {
  if (ctx.actor.kind !== 'api_key') requireUser(ctx);
}

function decodeParams(params: Record<string, string | string[] | undefined>) {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const raw = Array.isArray(value) ? value.join('/') : value;
      try {
        return [name, raw && decodeURIComponent(raw)];
      } catch {
        throw new AppError('not_found', 'not_found');
      }
    }),
  );
}

function queryOf(request: Request): Record<string, string> {
  const search = new URL(request.url).searchParams;
  for (const name of search.keys()) {
    if (search.getAll(name).length > 1) {
      throw new AppError('invalid', 'invalid_request', { errors: [{ path: name, message: 'given more than once' }] });
    }
  }
  return Object.fromEntries(search);
}

async function readJson(request: Request, schema: z.ZodType): Promise<unknown> {
  const bytes = await readBytes(request);
  if (bytes.length === 0 && schema.safeParse(undefined).success) return undefined;
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    throw new AppError('unsupported_media_type', 'json_required', { detail: 'Send Content-Type: application/json.' });
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new AppError('invalid', 'invalid_json', { detail: 'The body is not JSON in UTF-8.' });
  }
}

/** The body, up to 1 MiB; throws 413 `body_too_large`. */
export async function readBytes(request: Request): Promise<Buffer> {
  const tooLarge = () => new AppError('too_large', 'body_too_large', { detail: 'At most 1 MiB.' });
  if (Number(request.headers.get('content-length') ?? 0) > maxBodyBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > maxBodyBytes) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('invalid', 'request_aborted', { detail: 'The body never came.' });
  }
  return Buffer.concat(chunks);
}

function parse(schema: z.ZodType, value: unknown, kind: 'invalid' | 'not_found' = 'invalid'): unknown {
  const result = schema.safeParse(value);
  if (!result.success) {
    if (kind === 'not_found') throw new AppError('not_found', 'not_found');
    throw new AppError('invalid', 'invalid_request', {
      detail: 'Some fields are not valid.',
      errors: result.error.issues.flatMap((issue) =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map((name) => ({ path: [...issue.path, name].join('.'), message: 'unknown' }))
          : [{ path: issue.path.join('.'), message: issue.message }],
      ),
    });
  }
  const path = pathOfBadText(result.data);
  if (path === null) return result.data;
  if (kind === 'not_found') throw new AppError('not_found', 'not_found');
  throw new AppError('invalid', 'invalid_request', { errors: [{ path, message: 'is not text that can be stored' }] });
}

/** Postgres stores no U+0000 in text, and half a surrogate pair is no character: refused here, for every string. */
function pathOfBadText(value: unknown, path = ''): string | null {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path : null;
  if (value === null || typeof value !== 'object') return null;
  for (const [key, member] of Object.entries(value)) {
    const found = pathOfBadText(member, path ? `${path}.${key}` : key);
    if (found !== null) return found;
  }
  return null;
}

function answerWith(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  const noStore = { 'Cache-Control': 'private, no-store', ...headers };
  if (body === null) return new Response(null, { status, headers: noStore });
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...noStore } });
}

function catalogueAnswer(
  request: Request,
  operation: Operation,
  answer: { status: number; body: unknown; headers?: Record<string, string> },
  isPublic: boolean,
): Response {
  const text = JSON.stringify(answer.body);
  const etag = etagOf(text);
  // A URL says the same to everybody when it names the country, or where no country matters.
  const variesByCountry = operation.query instanceof z.ZodObject && 'country' in operation.query.shape;
  const isShareable = isPublic && (!variesByCountry || new URL(request.url).searchParams.has('country'));
  const headers = {
    'Content-Type': 'application/json',
    'Cache-Control': isShareable ? 'public, max-age=30, s-maxage=60, stale-while-revalidate=300' : 'private, no-cache',
    ETag: etag,
    ...answer.headers,
  };
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
  return new Response(text, { status: answer.status, headers });
}
