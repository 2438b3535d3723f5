import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vitest/node';

export type Source = { path: string; text: string };

export type Import = { specifier: string; line: number };

export type ParsedFile = {
  path: string;
  lines: number;
  imports: Import[];
  /** `vi.mock('x')` and friends. */
  mocks: Import[];
  /** An import whose target is computed, so that nobody can check it. */
  computed: number[];
  exportsAll: boolean;
  onlyReExports: boolean;
  isClient: boolean;
};

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const SOURCE = /\.(ts|tsx|mts|mjs|js|jsx|css)$/;
const IGNORED = new Set([
  '.git',
  '.next',
  '.pomona',
  'db/migrations',
  'next-env.d.ts',
  'node_modules',
  'playwright-report',
  'public',
  'test-results',
]);

/** Every source file of the project, generated ones aside. */
export function readSources(folder = ''): Source[] {
  const sources: Source[] = [];
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = posix.join(folder, entry.name);
    if (IGNORED.has(path) || IGNORED.has(entry.name)) continue;
    if (entry.isDirectory()) sources.push(...readSources(path));
    else if (SOURCE.test(entry.name)) sources.push({ path, text: readFileSync(join(root, path), 'utf8') });
  }
  return sources;
}

type Node = { type: string; start: number; [key: string]: unknown };

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) walk(item, visit);
    } else if (isNode(value)) walk(value, visit);
  }
}

function literal(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  const quasis = node.type === 'TemplateLiteral' ? (node.quasis as { value: { cooked: string } }[]) : [];
  return quasis.length === 1 ? (quasis[0]?.value.cooked ?? null) : null;
}

function mockedModule(node: Node): unknown {
  const callee = node.callee as Node;
  if (node.type !== 'CallExpression' || callee.type !== 'MemberExpression') return null;
  const object = callee.object as { name?: string };
  const property = callee.property as { name?: string };
  if (object.name !== 'vi' || !/^(do)?mock$/i.test(property.name ?? '')) return null;
  const [target] = node.arguments as Node[];
  return target?.type === 'ImportExpression' ? target.source : target;
}

/** Reads every import of a file: static, dynamic, re-exported, and those that only name a type. */
export function parseFile(source: Source): ParsedFile {
  const { path, text } = source;
  const file: ParsedFile = {
    path,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports: [],
    mocks: [],
    computed: [],
    exportsAll: false,
    onlyReExports: false,
    isClient: false,
  };
  if (path.endsWith('.css')) return file;

  const lang = path.endsWith('x') ? 'tsx' : path.endsWith('ts') ? 'ts' : 'js';
  const program = parseAst(text, { lang }) as unknown as Node & { body: Node[] };
  const lineOf = (node: Node) => text.slice(0, node.start).split('\n').length;

  walk(program, (node) => {
    if ('source' in node && (node.type === 'ImportExpression' || node.source !== null)) {
      const specifier = literal(node.source);
      if (specifier !== null) file.imports.push({ specifier, line: lineOf(node) });
      else file.computed.push(lineOf(node));
    }
    const mocked = literal(mockedModule(node));
    if (mocked !== null) file.mocks.push({ specifier: mocked, line: lineOf(node) });
  });

  const isReExport = (node: Node) =>
    node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && node.source !== null);
  file.exportsAll = program.body.some((node) => node.type === 'ExportAllDeclaration');
  file.onlyReExports = program.body.length > 0 && program.body.every(isReExport);
  file.isClient = program.body.some((node) => node.directive === 'use client');
  return file;
}
