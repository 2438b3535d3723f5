import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkSources } from './imports/check';
import { readSources, root } from './imports/read';

const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const declared = { runtime: Object.keys(dependencies), dev: Object.keys(devDependencies) };

/** Checks made-up files: each import line of `text` resolves as long as its target is in `files`. */
function check(files: Record<string, string>): string[] {
  return checkSources(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    declared,
  );
}

test('every import of the project points the way architecture.md says', () => {
  expect(checkSources(readSources(), declared)).toEqual([]);
});

describe('the checker finds', () => {
  const target = {
    'app/page.tsx': '',
    'components/ui/button.tsx': '',
    'db/client.ts': '',
    'lib/errors.ts': '',
    'lib/money.ts': '',
    'lib/accounts/sign-up.ts': '',
    'lib/catalog/queries.ts': '',
    'lib/catalog/rules.ts': '',
    'lib/events/publish.ts': '',
    'lib/http/route.ts': '',
    'lib/moderation/decide-review.ts': '',
    'lib/purchases/buy-app.ts': '',
    'lib/purchases/handlers.ts': '',
    'lib/purchases/jobs.ts': '',
    'lib/purchases/schema.ts': '',
    'lib/ranking/queries.ts': '',
    'lib/reviews/write-review.ts': '',
    'lib/search/queries.ts': '',
    'tests/factories.ts': '',
    'worker/index.ts': '',
  };

  test.each([
    ['app/a.ts', '@/db/client'],
    ['app/a.ts', '@/worker'],
    ['app/a.ts', '@/lib/purchases/handlers'],
    ['app/a.ts', '@/tests/factories'],
    ['app/a.ts', 'drizzle-orm'],
    ['app/a.ts', 'pg-boss'],
    ['app/a.ts', 'left-pad'],
    ['components/a.tsx', '@/lib/catalog/queries'],
    ['components/a.tsx', '@/lib/errors'],
    ['components/a.tsx', '@/app/page'],
    ['components/a.tsx', 'node:fs'],
    ['components/a.tsx', 'postgres'],
    ['components/a.tsx', 'next/headers'],
    ['db/schema/apps.ts', '@/lib/money'],
    ['lib/accounts/a.ts', '@/lib/catalog/queries'],
    ['lib/catalog/a.ts', '@/lib/purchases/buy-app'],
    ['lib/purchases/a.ts', '@/lib/reviews/write-review'],
    ['lib/reviews/a.ts', '@/lib/moderation/decide-review'],
    ['lib/moderation/a.ts', '@/lib/ranking/queries'],
    ['lib/catalog/a.ts', '@/lib/search/queries'],
    ['lib/search/a.ts', '@/lib/ranking/queries'],
    ['lib/purchases/a.ts', '@/lib/purchases/handlers'],
    ['lib/purchases/a.ts', '@/lib/http/route'],
    ['lib/purchases/a.ts', '@/components/ui/button'],
    ['lib/purchases/a.ts', 'next/server'],
    ['lib/purchases/a.ts', 'react'],
    ['lib/purchases/a.ts', 'pg-boss'],
    ['lib/purchases/a.ts', 'vitest'],
    ['lib/purchases/rules.ts', '@/db/client'],
    ['lib/purchases/rules.ts', 'drizzle-orm'],
    ['lib/payments/a.ts', '@/lib/purchases/buy-app'],
    ['lib/errors.ts', '@/lib/catalog/queries'],
    ['worker/index.ts', '@/lib/purchases/buy-app'],
    ['worker/index.ts', '@/db/client'],
    ['scripts/a.ts', '@/lib/purchases/jobs'],
    ['scripts/a.ts', '@/tests/factories'],
    ['e2e/a.spec.ts', '@/db/client'],
    ['utils/a.ts', '@/lib/errors'],
    ['lib/services/a.ts', '@/lib/errors'],
    ['lib/catalog/a.ts', './nothing-there'],
  ])('%s importing %s', (path, specifier) => {
    for (const text of [
      `import { x } from '${specifier}';`,
      `import type { X } from '${specifier}';`,
      `export { x } from '${specifier}';\nexport const y = 1;`,
      `export async function f() {\n  return import('${specifier}');\n}`,
      `export type X = import('${specifier}').X;`,
    ]) {
      expect(check({ ...target, [path]: text })).toHaveLength(1);
    }
  });

  test('a client page that reaches into the server', () => {
    const text = "'use client';\nimport { x } from '@/lib/catalog/queries';";
    expect(check({ ...target, 'app/a.tsx': text })).toEqual(['app/a.tsx:2 may not import lib/catalog/queries.ts']);
  });

  test('barrels, cycles, long files, computed imports and mocks of our own modules', () => {
    expect(check({ 'lib/a.ts': "export { x } from './b';", 'lib/b.ts': '' })).toEqual([
      'lib/a.ts is a barrel: it only re-exports',
    ]);
    expect(check({ 'lib/a.ts': "export * from './b';\nexport const y = 1;", 'lib/b.ts': '' })).toEqual([
      'lib/a.ts re-exports everything of a file',
    ]);
    expect(
      check({ 'lib/a.ts': "import './b';", 'lib/b.ts': "import './c';", 'lib/c.ts': "import type { A } from './a';" }),
    ).toEqual(['import cycle: lib/a.ts ↔ lib/b.ts ↔ lib/c.ts']);
    expect(check({ 'lib/a.ts': '\n'.repeat(301) })).toEqual(['lib/a.ts has 301 lines; the limit is 300']);
    expect(check({ 'lib/a.ts': 'export const f = (name: string) => import(name);' })).toEqual([
      'lib/a.ts:1 imports a computed name, which cannot be checked',
    ]);
    expect(check({ 'lib/a.test.ts': "vi.mock('@/lib/money');", 'lib/money.ts': '' })).toEqual([
      'lib/a.test.ts:1 mocks @/lib/money; only the edge of the network may be faked',
    ]);
  });

  test('nothing in what is allowed', () => {
    expect(
      check({
        ...target,
        'app/b.tsx': "import '@/components/ui/button';\nimport '@/lib/purchases/buy-app';\nimport 'next/link';",
        'components/b.tsx': "import '@/lib/purchases/schema';\nimport '@/lib/money';\nimport 'react';",
        'lib/moderation/b.ts': "import '@/lib/reviews/write-review';\nimport '@/db/client';\nimport 'drizzle-orm';",
        'lib/accounts/b.ts': "import '@/lib/purchases/schema';\nimport '@/lib/events/publish';",
        'lib/purchases/b.test.ts': "import './handlers';\nimport '@/tests/factories';\nimport 'vitest';",
        'lib/search/b.ts': "import '@/lib/catalog/queries';\nimport '@/lib/reviews/write-review';",
        'lib/http/b.ts': "import 'next/server';\nimport 'react';\nimport '@/lib/accounts/sign-up';",
        'worker/b.ts': "import '@/lib/purchases/handlers';\nimport '@/lib/events/publish';\nimport '@/lib/errors';",
        'scripts/b.ts': "import '@/lib/catalog/queries';\nimport '@/db/client';\nimport 'node:fs';",
      }),
    ).toEqual([]);
  });
});
