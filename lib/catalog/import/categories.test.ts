import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { categoryNames, genreNames, namesBySource } from './categories-data';

test('every name of another catalogue leads to a category that stores begin with', () => {
  const migration = readFileSync(new URL('../../../db/migrations/0003_categories.sql', import.meta.url), 'utf8');
  const slugs = new Set([...migration.matchAll(/^ {2}\('([a-z-]+)'/gm)].map((match) => match[1]));
  expect(slugs.size).toBe(42);
  for (const table of [categoryNames, genreNames, ...Object.values(namesBySource)]) {
    for (const [name, slug] of Object.entries(table)) {
      expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(slugs, name).toContain(slug);
    }
  }
});
