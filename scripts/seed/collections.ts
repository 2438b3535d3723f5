import { createRandom } from '@/lib/catalog/artwork/random';
import type { ArtSpec } from '@/lib/catalog/artwork/spec';
import type { SeedApp } from './apps';
import { collectionTexts } from './collection-texts';
import { DAY_MS, seededId } from './numbers';
import { slugify } from './parse';

export interface SeedCollection {
  id: string;
  slug: string;
  kind: 'story' | 'list';
  title: string;
  subtitle: string;
  body: string;
  art: ArtSpec | null;
  startsAt: Date;
  apps: SeedApp[];
}

/** Editorial stories and lists, newest first; what names no listed app is left out. */
export function makeCollections(apps: readonly SeedApp[], now: Date): SeedCollection[] {
  const listed = new Map(apps.filter((app) => app.status === 'listed').map((app) => [app.name, app]));
  return collectionTexts.flatMap((text, i) => {
    const own = text.apps.flatMap((name) => listed.get(name) ?? []);
    if (own.length < 2) return [];
    const startsAt = new Date(now.getTime() - (text.kind === 'story' ? i * 4 + 1 : 30 + i) * DAY_MS);
    const slug = slugify(text.title);
    const { hue, scene } = text;
    return {
      id: seededId(createRandom(`collection:${slug}`), startsAt),
      slug,
      kind: text.kind,
      title: text.title,
      subtitle: text.subtitle,
      body: text.body,
      art: hue === undefined ? null : { kind: 'story', seed: slug, hue, ...(scene ? { scene } : {}) },
      startsAt,
      apps: own,
    };
  });
}
