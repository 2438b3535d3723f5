import { z } from 'zod';
import type { Operation } from './operation';
import { operations } from './operations';

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string', description: 'The stable word that programs switch on' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } },
    },
  },
};

type JsonSchema = Record<string, unknown> & { properties?: Record<string, unknown>; required?: string[] };

const toSchema = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema;
  return json;
};

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query' | 'header') {
  if (!schema) return [];
  const { properties = {}, required = [] } = toSchema(schema, 'input');
  return Object.entries(properties).map(([name, value]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: value,
  }));
}

const filesOf = (types: readonly string[]) =>
  Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]));

function securityOf({ auth }: Operation): Record<string, string[]>[] {
  if (auth === 'none') return [];
  return auth === 'developer' ? [{ session: [] }, { bearer: [] }] : [{ session: [] }];
}

function describe(key: string, operation: Operation) {
  const responses: Record<string, unknown> = {};
  for (const [status, schema] of Object.entries(operation.responses)) {
    responses[status] = {
      description: Number(status) === 202 ? 'Accepted: not settled yet' : 'Done',
      ...(schema ? { content: { 'application/json': { schema: toSchema(schema, 'output') } } } : {}),
    };
  }
  const codes = [
    'invalid_request',
    'rate_limited',
    ...(operation.auth === 'none' ? [] : ['not_signed_in']),
    ...(operation.auth === 'developer' ? ['key_invalid', 'scope_required'] : []),
    ...(operation.errors ?? []),
  ];
  responses.default = {
    description: `A problem document (RFC 9457). Codes: ${codes.join(', ')}`,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  const isOptional = operation.body?.safeParse(undefined).success ?? false;
  return {
    operationId: key
      .replace(/[^A-Za-z]+/g, '_')
      .replace(/_$/, '')
      .toLowerCase(),
    tags: [operation.tag],
    summary: operation.summary,
    security: securityOf(operation),
    parameters: [
      ...parametersOf(operation.params, 'path'),
      ...parametersOf(operation.query, 'query'),
      ...parametersOf(operation.headers, 'header'),
    ],
    ...(operation.body
      ? {
          requestBody: {
            required: !isOptional,
            content: { 'application/json': { schema: toSchema(operation.body, 'input') } },
          },
        }
      : {}),
    ...(operation.file ? { requestBody: { required: true, content: filesOf(operation.file) } } : {}),
    responses,
  };
}

/** Signing in and out is next-auth's own, at the root: cookies first, then a form with the CSRF token. */
function signInPaths(serverUrl: string) {
  const servers = [{ url: serverUrl }];
  const form = (required: string[]) => ({
    required: true,
    content: {
      'application/x-www-form-urlencoded': {
        schema: {
          type: 'object',
          required,
          properties: Object.fromEntries(required.map((name) => [name, { type: 'string' }])),
        },
      },
    },
  });
  const done = (description: string) => ({
    200: { description, content: { 'application/json': { schema: { type: 'object' } } } },
  });
  const common = { tags: ['Accounts'], security: [], parameters: [] };
  return {
    '/api/auth/csrf': {
      servers,
      get: {
        ...common,
        operationId: 'get_csrf',
        summary: 'A csrfToken and its cookie: keep both for the next call',
        responses: {
          200: {
            description: 'Done',
            content: {
              'application/json': {
                schema: { type: 'object', required: ['csrfToken'], properties: { csrfToken: { type: 'string' } } },
              },
            },
          },
        },
      },
    },
    '/api/auth/callback/credentials': {
      servers,
      post: {
        ...common,
        operationId: 'sign_in',
        summary: 'Sign in; json=true answers JSON and sets the session cookie. 401: wrong address or password',
        requestBody: form(['csrfToken', 'email', 'password', 'json']),
        responses: done('Signed in'),
      },
    },
    '/api/auth/signout': {
      servers,
      post: {
        ...common,
        operationId: 'sign_out',
        summary: 'Sign out: ends this session',
        requestBody: form(['csrfToken', 'json']),
        responses: done('Signed out'),
      },
    },
  };
}

/** The OpenAPI 3.1 document of every route under /api/v1, made from the schemas that validate the requests. */
export function openApiDocument(storeName: string, serverUrl: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [key, operation] of Object.entries(operations)) {
    const [method = '', path = ''] = key.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: describe(key, operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: `${storeName} platform API`,
      version: '1',
      description:
        'Everything a page can do, a program can do. To sign in, keep cookies: GET /api/auth/csrf, then POST /api/auth/callback/credentials. Requests that change something and carry a cookie need an Origin header that names the store (scheme, host and port). What organisations do takes a key of theirs too: Authorization: Bearer pk_…',
    },
    servers: [{ url: `${serverUrl}/api/v1` }],
    paths: { ...paths, ...signInPaths(serverUrl) },
    components: {
      schemas: { Problem: problem },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'next-auth.session-token' },
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'A key of an organisation, pk_…, made in the console; it may do what its scopes say.',
        },
      },
    },
  };
}
