import { posix } from 'node:path';
import { type ParsedFile, parseFile, type Source } from './read';
import { isBuiltin, mayImport, mayUse, packageOf, zoneOf } from './rules';

export type Declared = { runtime: string[]; dev: string[] };

const MAX_LINES = 300;
/** Tables of data, which are read by eye no more than a picture is. */
const DATA = /-data\.ts$/;
const ENDINGS = ['', '.ts', '.tsx', '.mjs', '/index.ts', '/index.tsx'];
const MAY_RE_EXPORT_ALL = ['db/schema/index.ts'];
const ASSET = /\.(css|json|svg|woff2)$/;

function isOwn(specifier: string): boolean {
  return specifier.startsWith('@/') || specifier.startsWith('.');
}

function resolve(from: string, specifier: string, known: ReadonlyMap<string, ParsedFile>): string | null {
  const target = specifier.startsWith('@/') ? specifier.slice(2) : posix.join(posix.dirname(from), specifier);
  for (const ending of ENDINGS) if (known.has(target + ending)) return target + ending;
  return null;
}

/** Everything that breaks architecture.md in these files, one sentence each, sorted by place. */
export function checkSources(sources: Source[], declared: Declared): string[] {
  const files = new Map(sources.map((source) => [source.path, parseFile(source)]));
  const problems = [...files.values()].flatMap((file) => checkFile(file, files, declared));
  return [...problems, ...findCycles(files)].sort();
}

function checkFile(file: ParsedFile, files: ReadonlyMap<string, ParsedFile>, declared: Declared): string[] {
  const { path } = file;
  const problems: string[] = [];
  if (file.lines > MAX_LINES && !DATA.test(path))
    problems.push(`${path} has ${file.lines} lines; the limit is ${MAX_LINES}`);
  if (path.endsWith('.css') || path.endsWith('.d.ts')) return problems;

  const ownZone = zoneOf(path);
  if (ownZone === null) return [...problems, `${path} stands in a folder that architecture.md does not know`];
  const zone = file.isClient && ownZone.name === 'app' ? { ...ownZone, name: 'components' as const } : ownZone;

  if (file.exportsAll && !MAY_RE_EXPORT_ALL.includes(path)) problems.push(`${path} re-exports everything of a file`);
  if (file.onlyReExports && zone.name !== 'app' && !MAY_RE_EXPORT_ALL.includes(path)) {
    problems.push(`${path} is a barrel: it only re-exports`);
  }
  for (const { specifier, line } of file.imports) {
    const place = `${path}:${line}`;
    if (!isOwn(specifier)) {
      if (!mayUse(zone, specifier, declared)) problems.push(`${place} may not import the package ${specifier}`);
      continue;
    }
    const target = resolve(path, specifier, files);
    const to = target === null ? null : zoneOf(target);
    if (target === null) {
      if (!ASSET.test(specifier)) problems.push(`${place} imports ${specifier}, which does not exist`);
    } else if (target.endsWith('.css')) {
      if (zone.name !== 'app' && zone.name !== 'components') problems.push(`${place} may not import ${target}`);
    } else if (isTestCode(target) && !isTestCode(path)) {
      problems.push(`${place} may not import ${target}`);
    } else if (to !== null && !isSelfInApp(ownZone.name, to.name) && !mayImport(zone, to)) {
      problems.push(`${place} may not import ${target}`);
    }
  }
  for (const line of file.computed) {
    const checked = ['app', 'components', 'db', 'base', 'domain', 'adapter', 'edge', 'worker'].includes(zone.name);
    if (checked) problems.push(`${path}:${line} imports a computed name, which cannot be checked`);
  }
  for (const { specifier, line } of file.mocks) {
    const name = packageOf(specifier);
    if (isOwn(specifier) || name === 'postgres' || name === 'drizzle-orm') {
      problems.push(`${path}:${line} mocks ${specifier}; only the edge of the network may be faked`);
    } else if (!isBuiltin(specifier) && ![...declared.runtime, ...declared.dev].includes(name)) {
      problems.push(`${path}:${line} mocks ${specifier}, which is not a declared package`);
    }
  }
  return problems;
}

/** A client file of app may use the client files that stand beside it. */
function isSelfInApp(from: string, to: string): boolean {
  return from === 'app' && to === 'app';
}

function isTestCode(path: string): boolean {
  const name = zoneOf(path)?.name;
  return name === 'tests' || name === 'e2e' || name === 'config';
}

/** Tarjan's strongly connected components; each with more than one file is a cycle. */
function findCycles(files: ReadonlyMap<string, ParsedFile>): string[] {
  const index = new Map<string, number>();
  const stack: string[] = [];
  const cycles: string[] = [];

  function visit(path: string): number {
    const mine = index.size;
    index.set(path, mine);
    let lowest = mine;
    stack.push(path);
    for (const { specifier } of files.get(path)?.imports ?? []) {
      const target = isOwn(specifier) ? resolve(path, specifier, files) : null;
      if (target === null) continue;
      if (target === path) cycles.push(`${path} imports itself`);
      else if (!index.has(target)) lowest = Math.min(lowest, visit(target));
      else if (stack.includes(target)) lowest = Math.min(lowest, index.get(target) ?? mine);
    }
    if (lowest === mine) {
      const members = stack.splice(stack.lastIndexOf(path));
      if (members.length > 1) cycles.push(`import cycle: ${members.sort().join(' ↔ ')}`);
    }
    return lowest;
  }

  for (const path of files.keys()) if (!index.has(path)) visit(path);
  return cycles;
}
