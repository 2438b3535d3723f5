import { createRandom } from '@/lib/catalog/artwork/random';
import { emptySketch, peopleIn, withPerson } from '@/lib/search/sketch';
import { normalise } from '@/lib/search/text';
import type { SeedApp } from './apps';
import { type Table, table } from './copy';

const mostWords = 22;
const mostNames = 10;
const mostPeople = 240;
const fewestPeople = 24;

/** What people searched for this month: words that many apps go by, and names of apps that many have. */
export function searchesOf(apps: readonly SeedApp[], now: Date): Table {
  const listed = apps.filter(({ status, releasedAt }) => status === 'listed' && releasedAt !== null);
  const found = new Map<string, number>();
  for (const { name, keywords } of listed) {
    const words = new Set([name, ...keywords].flatMap((text) => normalise(text).split(' ')));
    for (const word of words) if (/^[a-z]{4,}$/.test(word)) found.set(word, (found.get(word) ?? 0) + 1);
  }
  const words = [...found]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, mostWords)
    .map(([query, count]) => ({ query, found: count }));
  const names = listed
    .toSorted((a, b) => b.weight - a.weight || (a.slug < b.slug ? -1 : 1))
    .map(({ name }) => ({ query: normalise(name), found: 1 }))
    .filter(({ query }) => query.length <= 24 && !found.has(query))
    .slice(0, mostNames);
  const random = createRandom('searches');
  const searches = random.shuffle([...words, ...names]).map((search, i) => {
    const people = Math.max(fewestPeople, Math.round(mostPeople / (1 + i / 4)));
    const sketch = Array.from({ length: people }, () => random.int(0, 0xffff_ffff)).reduce(withPerson, emptySketch());
    return { ...search, sketch, searches: Math.round(people * random.range(1.1, 1.9)) };
  });
  return table('search_queries', searches, {
    query: (s) => s.query,
    searches: (s) => s.searches,
    people: (s) => peopleIn(s.sketch),
    sketch: (s) => `\\x${s.sketch.toString('hex')}`,
    found: (s) => s.found,
    last_searched_at: () => now,
  });
}
