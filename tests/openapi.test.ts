import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAst } from 'vitest/node';
import { z } from 'zod';
import { openApiDocument } from '@/lib/http/openapi';
import { operations } from '@/lib/http/operations';
import { readSources, root } from './imports/read';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
// Answers 404 as a problem document for every path that no other file serves.
const CATCH_ALL = 'app/api/v1/[[...path]]/route.ts';

// What we use of OpenAPI 3.1; anything else in the document is a mistake.
const jsonSchema = z.record(z.string(), z.unknown());
const content = z.record(z.string().includes('/'), z.strictObject({ schema: jsonSchema }));
const operationShape = z.strictObject({
  operationId: z.string().regex(/^[a-z][a-z0-9_]*$/),
  tags: z.array(z.string()).length(1),
  summary: z.string().min(5),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(
    z.strictObject({
      name: z.string(),
      in: z.enum(['path', 'query', 'header']),
      required: z.boolean(),
      schema: jsonSchema,
      description: z.string().optional(),
    }),
  ),
  requestBody: z.strictObject({ required: z.boolean(), content }).optional(),
  responses: z.record(
    z.string().regex(/^([1-5]\d\d|default)$/),
    z.strictObject({ description: z.string().min(1), content: content.optional() }),
  ),
});
const servers = z.array(z.strictObject({ url: z.url() })).min(1);
const byMethod = Object.fromEntries(METHODS.map((method) => [method.toLowerCase(), operationShape.optional()]));
const documentShape = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string() }),
  servers,
  paths: z.record(z.string().startsWith('/'), z.strictObject({ ...byMethod, servers: servers.optional() })),
  components: z.strictObject({
    schemas: z.record(z.string(), jsonSchema),
    securitySchemes: z.record(z.string(), jsonSchema),
  }),
});

const document = openApiDocument('Pomona', 'http://localhost:3000');

type Described = { path: string; method: string; isAtRoot: boolean; operation: z.infer<typeof operationShape> };

function describedOperations(): Described[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) =>
      // A path with servers of its own stands outside of /api/v1: signing in.
      method === 'servers'
        ? []
        : [{ path, method, isAtRoot: 'servers' in item, operation: operationShape.parse(operation) }],
    ),
  );
}

type Exported = { method: string; path: string; file: string; key: unknown };

/** Every method that a route file under app/api/v1 exports, with the operation it says it is. */
function exportedMethods(): Exported[] {
  const files = readSources('app/api/v1').filter(({ path }) => path.endsWith('/route.ts') && path !== CATCH_ALL);
  return files.flatMap(({ path: file }) => {
    const path = file.slice('app/api/v1'.length, -'/route.ts'.length).replace(/\[([^\]]+)\]/g, '{$1}');
    const { body } = parseAst(readFileSync(join(root, file), 'utf8'), { lang: 'ts' });
    const keys = new Map(body.flatMap(declarationsOf).map(({ name, key }) => [name, key]));
    return body.flatMap(exportsOf).flatMap(({ exported, local }) => {
      return METHODS.includes(exported) ? [{ method: exported, path, file, key: keys.get(local) }] : [];
    });
  });
}

type Statement = ReturnType<typeof parseAst>['body'][number];

const declarationIn = (statement: Statement) =>
  statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;

/** Names that a statement declares; `key` is the first argument of what makes the value: route('GET /apps', …). */
function declarationsOf(statement: Statement): { name: string; key: unknown }[] {
  const declaration = declarationIn(statement);
  if (declaration?.type === 'FunctionDeclaration') return [{ name: declaration.id?.name ?? '', key: undefined }];
  if (declaration?.type !== 'VariableDeclaration') return [];
  return declaration.declarations.flatMap(({ id, init }) => {
    const first = init?.type === 'CallExpression' ? init.arguments[0] : undefined;
    return id.type === 'Identifier'
      ? [{ name: id.name, key: first?.type === 'Literal' ? first.value : undefined }]
      : [];
  });
}

function exportsOf(statement: Statement): { exported: string; local: string }[] {
  if (statement.type !== 'ExportNamedDeclaration') return [];
  const nameOf = (node: { type: string; name?: string }) => node.name ?? '';
  return [
    ...declarationsOf(statement).map(({ name }) => ({ exported: name, local: name })),
    ...statement.specifiers.map(({ exported, local }) => ({ exported: nameOf(exported), local: nameOf(local) })),
  ];
}

function refsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === '$ref' && typeof member === 'string' ? [member] : refsOf(member),
  );
}

describe('the OpenAPI document', () => {
  test('is OpenAPI 3.1 in the form that we use', () => {
    expect(documentShape.safeParse(document).error?.issues ?? []).toEqual([]);
  });

  test('has every route file’s methods, and no others', () => {
    const served = exportedMethods().map(({ method, path }) => `${method} ${path}`);
    const described = describedOperations().filter(({ isAtRoot }) => !isAtRoot);
    const names = described.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort();
    expect(names.length).toBeGreaterThan(0);
    expect(served.sort()).toEqual(names);
    expect(Object.keys(operations).sort()).toEqual(names);
  });

  test('is what each route file validates with', () => {
    const wrong = exportedMethods().filter(({ method, path, key }) => key !== `${method} ${path}`);
    expect(wrong).toEqual([]);
  });

  test('says that buying needs an Idempotency-Key', () => {
    const buying = describedOperations().find(({ path, method }) => path === '/purchases' && method === 'post');
    const key = buying?.operation.parameters.find(({ name }) => name === 'Idempotency-Key');
    expect(key).toMatchObject({ in: 'header', required: true });
  });

  test('names each operation once', () => {
    const ids = describedOperations().map(({ operation }) => operation.operationId);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('declares exactly the parameters in each path, and each once', () => {
    for (const { path, operation } of describedOperations()) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = operation.parameters.filter((parameter) => parameter.in === 'path');
      expect(declared.map(({ name }) => name).sort(), path).toEqual(inPath.sort());
      expect(declared.every(({ required }) => required)).toBe(true);
      const places = operation.parameters.map((parameter) => `${parameter.in} ${parameter.name}`);
      expect(new Set(places).size, path).toBe(places.length);
    }
  });

  test('says which operations take a session, a key in its place, or neither', () => {
    const bySession = [{ session: [] }];
    const expected = { none: [], developer: [...bySession, { bearer: [] }] } as Record<string, unknown>;
    for (const { method, path, operation, isAtRoot } of describedOperations()) {
      const { auth } = operations[`${method.toUpperCase()} ${path}` as keyof typeof operations] ?? { auth: 'none' };
      expect(operation.security, `${method} ${path}`).toEqual(isAtRoot ? [] : (expected[auth] ?? bySession));
    }
    expect(Object.keys(document.components.securitySchemes).sort()).toEqual(['bearer', 'session']);
  });

  test('refers only to what it contains', () => {
    for (const ref of refsOf(document)) {
      expect(ref).toMatch(/^#\//);
      const target = ref
        .slice(2)
        .split('/')
        .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document);
      expect(target, ref).toBeDefined();
    }
  });

  test('holds schemas that a JSON Schema reader understands', () => {
    for (const { operation, path, method } of describedOperations()) {
      const answers = Object.values(operation.responses).map((response) => response.content);
      const contents = [operation.requestBody?.content, ...answers].flatMap((one) => Object.values(one ?? {}));
      for (const { schema } of [...operation.parameters, ...contents]) {
        if (!('$ref' in schema)) expect(() => z.fromJSONSchema(schema), `${method} ${path}`).not.toThrow();
      }
    }
  });
});
