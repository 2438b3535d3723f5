import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Pattern = { page: string; regex: string };

/** Names the route of a path by its pattern, so that labels stay bounded: `/apps/[slug]`, or `other`. */
export function routeNamer(distDir: string): (path: string) => string {
  const { exact, patterns } = readManifest(distDir);
  return (path) => {
    if (path.startsWith('/_next/')) return path.startsWith('/_next/static/') ? '/_next/static' : '/_next';
    const plain = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
    if (exact.has(plain)) return plain;
    return patterns.find(({ regex }) => regex.test(plain))?.page ?? 'other';
  };
}

function readManifest(distDir: string) {
  let text: string;
  try {
    text = readFileSync(join(distDir, 'routes-manifest.json'), 'utf8');
  } catch {
    // Development: routes are found as they are asked for.
    return { exact: new Set<string>(), patterns: [] };
  }
  const manifest = JSON.parse(text) as { staticRoutes?: Pattern[]; dynamicRoutes?: Pattern[] };
  return {
    exact: new Set((manifest.staticRoutes ?? []).map(({ page }) => page)),
    patterns: (manifest.dynamicRoutes ?? []).map(({ page, regex }) => ({ page, regex: new RegExp(regex) })),
  };
}
