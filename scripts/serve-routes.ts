import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operations } from '@/lib/http/operations';

type Pattern = { page: string; regex: string };

export interface Routes {
  /** The pattern of a path's route, so that labels stay bounded: `/apps/[slug]`, or `other`. */
  nameOf: (path: string) => string;
  /**
   * What a route answers to, where that is known. Pages and files of the build are read only; Next would render a page
   * for a POST too, and fails over a file.
   */
  methodsOf: (route: string) => readonly string[] | undefined;
}

const readOnly = ['GET', 'HEAD'];

/** Methods of each route under /api/v1, from the operations that the API document lists. */
const apiMethods = new Map<string, string[]>();
for (const key of Object.keys(operations)) {
  const [method = '', path = ''] = key.split(' ');
  const route = `/api/v1${path.replace(/\{(\w+)\}/g, '[$1]')}`;
  const known = apiMethods.get(route) ?? ['OPTIONS'];
  apiMethods.set(route, [...known, ...(method === 'GET' ? readOnly : [method])]);
}

/** `publicFiles`: what lies in public/, which no manifest names. */
export function readRoutes(distDir: string, publicFiles: readonly string[] = []): Routes {
  const { staticRoutes = [], dynamicRoutes = [] } = readJson<{ staticRoutes?: Pattern[]; dynamicRoutes?: Pattern[] }>(
    join(distDir, 'routes-manifest.json'),
  );
  const exact = new Set([...staticRoutes.map(({ page }) => page), ...publicFiles.map((name) => `/${name}`)]);
  const patterns = dynamicRoutes.map(({ page, regex }) => ({ page, regex: new RegExp(regex) }));
  const files = Object.entries(readJson<Record<string, string>>(join(distDir, 'app-path-routes-manifest.json')));
  const pages = new Set(files.flatMap(([file, route]) => (file.endsWith('/page') ? [route] : [])));
  const nameOf = (path: string) => {
    if (path.startsWith('/_next/')) return path.startsWith('/_next/static/') ? '/_next/static' : '/_next';
    const plain = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
    if (exact.has(plain)) return plain;
    return patterns.find(({ regex }) => regex.test(plain))?.page ?? 'other';
  };
  const methodsOf = (route: string) =>
    pages.has(route) || route === '/_next/static' ? readOnly : apiMethods.get(route);
  return { nameOf, methodsOf };
}

/** Nothing in development, where routes are found as they are asked for. */
function readJson<T extends object>(path: string): T | Record<string, never> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    return {};
  }
}
