import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { createRandom } from '@/lib/catalog/artwork/random';

// A catalogue of the store's own format that nobody wrote: any number of rows, the same every time.

const openings = [
  'Silver',
  'Quiet',
  'Paper',
  'Northern',
  'Little',
  'Open',
  'Blue',
  'Second',
  'Honest',
  'Copper',
  'Early',
  'Round',
];
const things = [
  'Ledger',
  'Harbour',
  'Kettle',
  'Atlas',
  'Pocket',
  'Garden',
  'Signal',
  'Notebook',
  'Orbit',
  'Lantern',
  'Bridge',
  'Thread',
];
const purposes = [
  'Planner',
  'Reader',
  'Timer',
  'Maps',
  'Studio',
  'Quest',
  'Journal',
  'Recorder',
  'Puzzle',
  'Weather',
  'Budget',
  'Choir',
];
const categories = [
  'books',
  'business',
  'education',
  'finance',
  'games-puzzle',
  'games-strategy',
  'health-fitness',
  'music',
  'photo-video',
  'productivity',
  'travel',
  'utilities',
];
const clauses = [
  'keeps what you meant to remember',
  'works without a connection',
  'asks for nothing that it does not need',
  'opens where you left it',
  'shows a week at a glance',
  'reads aloud in nine languages',
  'exports everything as plain files',
  'is at home on small screens and large ones',
];

export function generatedRow(index: number): Record<string, unknown> {
  const random = createRandom(`row:${index}`);
  const [opening, thing, purpose] = [
    random.pickFrom(openings, ''),
    random.pickFrom(things, ''),
    random.pickFrom(purposes, ''),
  ];
  const name = `${opening} ${thing} ${purpose} ${index.toString(36)}`;
  const category = random.pickFrom(categories, 'utilities');
  const released = new Date(Date.UTC(2012, 0, 1 + random.int(0, 4500)));
  const updated = new Date(released.getTime() + random.int(0, 900) * 86_400_000);
  const sentences = Array.from(
    { length: random.int(3, 9) },
    () => `It ${random.pickFrom(clauses, '')}, and ${random.pickFrom(clauses, '')}.`,
  );
  return {
    bundleId: `org.example.${thing.toLowerCase()}.${purpose.toLowerCase()}${index.toString(36)}`,
    name,
    subtitle: `A ${purpose.toLowerCase()} that ${random.pickFrom(clauses, '')}`,
    developer: { name: `${opening} ${random.pickFrom(things, '')} ${random.int(1, 3000)}` },
    category,
    description: `${name} is a ${purpose.toLowerCase()}.\n\n${sentences.join(' ')}`,
    keywords: [opening.toLowerCase(), thing.toLowerCase(), purpose.toLowerCase()],
    ageRating: random.pickFrom([4, 4, 9, 12], 4),
    platforms: ['android', 'ios'],
    prices: random.chance(0.1) ? [{ currency: 'USD', amountMinor: 99 * random.int(1, 9) }] : [],
    rating: { average: random.int(10, 50) / 10, count: random.int(0, 4000) },
    downloads: random.int(0, 900_000),
    releasedAt: released.toISOString().slice(0, 10),
    updatedAt: updated.toISOString().slice(0, 10),
    version: {
      version: `${random.int(1, 9)}.${random.int(0, 20)}.0`,
      sizeBytes: random.int(1, 90) * 1_000_000,
      languages: ['en', 'de'],
    },
  };
}

function* lines(rows: number): Generator<string> {
  let chunk = '';
  for (let index = 0; index < rows; index += 1) {
    chunk += `${JSON.stringify(generatedRow(index))}\n`;
    if (chunk.length < 256 * 1024 && index < rows - 1) continue;
    yield chunk;
    chunk = '';
  }
}

/** Writes it as NDJSON, packed where the name ends with .gz. */
export async function writeGeneratedCatalogue(path: string, rows: number): Promise<void> {
  const target = createWriteStream(path);
  const source = Readable.from(lines(rows));
  await (path.endsWith('.gz') ? pipeline(source, createGzip({ level: 1 }), target) : pipeline(source, target));
}
