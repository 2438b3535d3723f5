import { iconSpec } from '@/lib/catalog/artwork/icon';
import { iconColor } from '@/lib/catalog/artwork/icon-color';
import { createRandom } from '@/lib/catalog/artwork/random';
import type { ArtSpec, IconSpec, ScreenScene } from '@/lib/catalog/artwork/spec';
import type { SeedApp } from './apps';
import { glyphFor } from './glyphs';
import { seededId } from './numbers';
import type { Feature } from './parse';
import { capital } from './wording';

export interface SeedMedia {
  id: string;
  appId: string;
  kind: 'icon' | 'screenshot';
  position: number;
  altText: string;
  width: number;
  height: number;
  color: string;
  art: ArtSpec;
  createdAt: Date;
}

const scenes: Record<string, readonly ScreenScene[]> = {
  books: ['list', 'editor', 'player', 'chart', 'calendar'],
  business: ['list', 'chart', 'calendar', 'editor', 'chat'],
  'developer-tools': ['editor', 'list', 'chart', 'editor', 'list'],
  education: ['list', 'chart', 'calendar', 'player', 'editor', 'chat'],
  entertainment: ['player', 'list', 'calendar', 'chat', 'player'],
  finance: ['chart', 'list', 'calendar', 'chart', 'list'],
  'food-drink': ['list', 'camera', 'calendar', 'chart', 'list'],
  'graphics-design': ['editor', 'camera', 'list', 'editor', 'camera'],
  'health-fitness': ['chart', 'calendar', 'list', 'player', 'map'],
  kids: ['board', 'camera', 'list', 'player', 'board'],
  lifestyle: ['calendar', 'list', 'chart', 'camera', 'chat'],
  magazines: ['list', 'editor', 'player', 'map', 'list'],
  medical: ['chart', 'calendar', 'list', 'camera', 'chat'],
  music: ['player', 'editor', 'list', 'chart', 'calendar'],
  navigation: ['map', 'list', 'chart', 'map', 'calendar'],
  news: ['list', 'editor', 'chart', 'player', 'list'],
  'photo-video': ['camera', 'editor', 'list', 'player', 'camera'],
  productivity: ['list', 'calendar', 'editor', 'chart', 'chat'],
  reference: ['list', 'editor', 'camera', 'chart', 'map'],
  shopping: ['list', 'camera', 'map', 'chart', 'chat'],
  'social-networking': ['chat', 'list', 'map', 'calendar', 'player'],
  sports: ['list', 'chart', 'calendar', 'map', 'chart'],
  travel: ['map', 'list', 'calendar', 'camera', 'chat'],
  utilities: ['list', 'chart', 'camera', 'editor', 'list'],
  weather: ['chart', 'map', 'list', 'calendar', 'chart'],
  games: ['board', 'player', 'board', 'list', 'camera'],
  'games-card': ['board', 'list', 'chart', 'board'],
  'games-trivia': ['list', 'board', 'chat', 'chart'],
  'games-word': ['board', 'list', 'editor', 'chart'],
  'games-strategy': ['board', 'map', 'list', 'board', 'chart'],
  'games-simulation': ['board', 'chart', 'list', 'map', 'calendar'],
  'games-racing': ['board', 'map', 'list', 'camera'],
  'games-music': ['player', 'board', 'list', 'player'],
  'games-adventure': ['camera', 'list', 'board', 'chat', 'map'],
};

export function iconOf(app: SeedApp): IconSpec {
  const glyph = glyphFor(app.glyph);
  return iconSpec(app.slug, app.subcategory ?? app.category, { name: app.name, ...(glyph ? { glyph } : {}) });
}

const sceneWords: Record<ScreenScene, string> = {
  list: 'a list',
  chart: 'a chart',
  map: 'a map',
  player: 'a player',
  editor: 'an editor',
  board: 'the board',
  camera: 'the camera view',
  chat: 'a conversation',
  calendar: 'a calendar',
};

/** A caption as stores print them above a screen: a feature, or what it does. */
function captionOf({ label, detail }: Feature, isLong: boolean): string {
  const text = detail.replace(/^(and|or) /, '');
  return isLong && text.length >= 14 && text.length <= 58 ? capital(text) : capital(label);
}

/** An icon and three to six screenshots, as specs that are drawn on the first request. */
export function makeMedia(app: SeedApp): SeedMedia[] {
  const random = createRandom(`media:${app.slug}`);
  const icon = iconOf(app);
  const color = iconColor(icon);
  const row = (more: Omit<SeedMedia, 'id' | 'appId' | 'color' | 'createdAt'>): SeedMedia => ({
    id: seededId(random, app.createdAt),
    appId: app.id,
    color,
    createdAt: app.createdAt,
    ...more,
  });
  const rows = [
    row({ kind: 'icon', position: 0, altText: `Icon of ${app.name}`, width: 1024, height: 1024, art: icon }),
  ];
  const own = scenes[app.subcategory ?? ''] ?? scenes[app.category] ?? ['list', 'chart', 'editor'];
  const isMobile = app.platforms.includes('ios') || app.platforms.includes('android');
  const isDesktop = app.platforms.some((platform) => ['macos', 'windows', 'linux', 'web'].includes(platform));
  const count = random.int(app.isFlagship ? 4 : 3, app.isFlagship ? 6 : 5);
  const extras = app.grammar.extras.map((line) => {
    const [label = '', detail = ''] = line.split(' | ');
    return { label, detail };
  });
  const shown: Feature[] = [{ label: app.subtitle, detail: '' }, ...app.features, ...random.shuffle(extras)];
  for (let i = 0; i < count; i += 1) {
    const scene = own[(i + (app.isFlagship ? 0 : random.int(0, 1))) % own.length] ?? 'list';
    const feature = shown[i] ?? { label: app.name, detail: '' };
    const caption = captionOf(feature, random.chance(0.55));
    const device = !isMobile || (isDesktop && i >= count - 2) ? 'desktop' : 'phone';
    const title = i === 0 ? app.name : capital(feature.label);
    const others = random.shuffle([...app.words, ...app.features.map(({ label }) => capital(label))]);
    const words = [...new Set([title, ...others])].slice(0, 10);
    rows.push(
      row({
        kind: 'screenshot',
        position: i,
        altText: `${caption}: ${sceneWords[scene]} in ${app.name} with ${app.words.slice(i % 2, (i % 2) + 3).join(', ')}`,
        width: device === 'phone' ? 1080 : 1920,
        height: device === 'phone' ? 1920 : 1200,
        art: {
          kind: 'screenshot',
          seed: `${app.slug}:${i}`,
          hue: icon.hue,
          scene,
          caption,
          words,
          appName: app.name,
          device,
        },
      }),
    );
  }
  return rows;
}
