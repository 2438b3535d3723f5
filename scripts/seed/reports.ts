import { createRandom } from '@/lib/catalog/artwork/random';
import type { ReportReason } from '@/lib/catalog/schema';
import type { SeedApp } from './apps';
import { HOUR_MS, seededId } from './numbers';
import type { Shopper } from './people/people';

/** What somebody says is wrong with an app, and nobody has looked at yet. */
export interface SeedReport {
  id: string;
  app: SeedApp;
  user: Shopper;
  reason: ReportReason;
  note: string;
  createdAt: Date;
}

const complaints: readonly [ReportReason, string][] = [
  ['broken', 'Since the last update it closes as soon as I open it. Phone restarted, reinstalled, the same.'],
  ['misleading', 'The pictures show a dark theme. There is none, and I looked everywhere.'],
  ['misleading', 'It says free. After three days every button leads to a page about paying.'],
  ['scam', 'It asked for my card for "verification" on its own page, not through the store.'],
  ['copyright', 'The drawings are by a friend of mine. She was never asked.'],
  ['offensive', 'The chat is full of slurs and nobody does anything. My son is ten.'],
  ['malware', 'The battery is empty by noon since I have it, and it sends a lot of data at night.'],
  ['other', 'The developer answers every critical review with the phone number of the reviewer.'],
  ['broken', 'Cannot sign in. It says the server is gone.'],
];

/** What others say about the first of the same apps. */
const seconded: readonly [ReportReason, string][] = [
  ['broken', 'Does not start any more on an older tablet. It did last week.'],
  ['misleading', 'No dark theme, whatever the third picture says.'],
  ['misleading', 'Nothing in it is free after the weekend. Say so, then!'],
];

/** A dozen open reports, several about the same app. */
export function makeReports(now: Date, apps: readonly SeedApp[], shoppers: readonly Shopper[]): SeedReport[] {
  const random = createRandom('reports');
  const listed = apps.filter(({ status }) => status === 'listed');
  const people = random.shuffle(shoppers).slice(0, complaints.length + seconded.length);
  const accused = random.shuffle(listed).slice(0, complaints.length);
  const all = [...complaints, ...seconded];
  return all.flatMap(([reason, note], index) => {
    const [app, user] = [accused[index % complaints.length], people[index]];
    if (!app || !user) return [];
    const createdAt = new Date(Math.floor(now.getTime() - random.range(1, 70) * HOUR_MS));
    return [{ id: seededId(random, createdAt), app, user, reason, note, createdAt }];
  });
}
