import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRoutes } from './serve-routes';

let dir: string;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'pomona-routes-'));
  const dynamicRoutes = [
    { page: '/apps/[slug]', regex: '^/apps/([^/]+?)(?:/)?$' },
    { page: '/[...missing]', regex: '^/(.+?)(?:/)?$' },
  ];
  writeFileSync(join(dir, 'routes-manifest.json'), JSON.stringify({ staticRoutes: [{ page: '/' }], dynamicRoutes }));
  writeFileSync(
    join(dir, 'app-path-routes-manifest.json'),
    JSON.stringify({ '/(store)/apps/[slug]/page': '/apps/[slug]', '/media/[id]/[file]/route': '/media/[id]/[file]' }),
  );
});

afterAll(() => rmSync(dir, { recursive: true, force: true }));

test.each([
  ['/', '/'],
  ['/apps/a', '/apps/[slug]'],
  ['/apps/a/', '/apps/[slug]'],
  ['/icon.svg', '/icon.svg'],
  ['/icon.png', '/[...missing]'],
  ['/_next/static/chunks/a.js', '/_next/static'],
  ['/_next/data', '/_next'],
])('%s is measured as %s', (path, name) => {
  expect(readRoutes(dir, ['icon.svg']).nameOf(path)).toBe(name);
});

test('files of the build are read only, with nothing known of the pages', () => {
  const routes = readRoutes('');
  expect(routes.methodsOf(routes.nameOf('/_next/static/chunks/a.css'))).toEqual(['GET', 'HEAD']);
});

test('pages are read only, the API answers to what its document lists, and of the rest nothing is known', () => {
  const { methodsOf } = readRoutes(dir);
  expect(methodsOf('/apps/[slug]')).toEqual(['GET', 'HEAD']);
  expect(methodsOf('/api/v1/apps')).toEqual(['OPTIONS', 'GET', 'HEAD']);
  expect(methodsOf('/media/[id]/[file]')).toBeUndefined();
});
