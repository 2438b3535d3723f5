import { createRandom } from './random';
import { circle, rect } from './svg';
import { measure } from './text';
import {
  card,
  chips,
  type DrawScreen,
  hairline,
  label,
  mark,
  paragraph,
  picture,
  roundedTop,
  search,
  sign,
  type Ui,
  word,
} from './ui';
import type { GlyphName } from './glyphs';

const rowGlyphs: readonly GlyphName[] = [
  'star',
  'leaf',
  'flame',
  'droplet',
  'book',
  'bookmark',
  'heart',
  'tag',
  'map-pin',
  'zap',
  'moon',
  'bell',
];

const details = [
  'Updated just now',
  'Yesterday, 18:20',
  '2 of 5 done',
  'Saved for later',
  'Due tomorrow',
  '12 min · easy',
  'New this week',
  'Shared with Maya',
  'Every Tuesday',
  'About 3 km away',
  'Next at 14:30',
  '4 notes',
] as const;

const fallbackRows = [
  'First things first',
  'The long way home',
  'Small repairs',
  'Ideas for spring',
  'Open questions',
  'Sunday list',
  'Kept for later',
  'Worth a look',
] as const;

const names = (ui: Ui, count: number, from = 1) =>
  Array.from({ length: count }, (_, index) =>
    word(ui, from + index, fallbackRows[(from + index) % fallbackRows.length] ?? 'Notes'),
  );

function header(ui: Ui, w: number): { body: string; height: number } {
  if (ui.isWide) return { body: '', height: 20 };
  const add = circle(w - 38, 34, 17, ui.soft) + sign('plus', w - 38, 34, 17, ui.accent, 2.6);
  return {
    body:
      label(ui, word(ui, 0, ui.appName), 20, 46, 34, { font: ui.headline, maxWidth: w - 96, tracking: -0.015 }) + add,
    height: 66,
  };
}

function rows(ui: Ui, x: number, y: number, w: number, items: readonly string[], kind: number, height = 72): string {
  return items
    .map((item, index) => {
      const top = y + index * height;
      const middle = top + height / 2;
      const isDone = kind === 0 && index < 2;
      const lead =
        kind === 0
          ? circle(x + 28, middle, 12, isDone ? ui.accent : 'none', {
              stroke: isDone ? ui.accent : ui.faint,
              strokeWidth: 2,
            }) + (isDone ? sign('check', x + 28, middle, 15, ui.onAccent, 3) : '')
          : kind === 1
            ? rect(x + 14, middle - 21, 42, 42, ui.tint(index * 40, 0.9), { rx: Math.min(ui.radius, 13) }) +
              mark(
                rowGlyphs[(ui.hue + index * 5) % rowGlyphs.length] ?? 'star',
                x + 35,
                middle,
                22,
                ui.isDark ? ui.bg : '#ffffff',
                true,
              )
            : picture(ui, createRandom(`${item}${index}`), x + 12, middle - 25, 50, 50, Math.min(ui.radius, 12));
      const tail =
        kind === 0
          ? index % 3 === 1
            ? rect(x + w - 74, middle - 12, 60, 24, ui.soft, { rx: 12 }) +
              label(ui, ['Today', 'Mon', 'Fri'][index % 3] ?? 'Today', x + w - 44, middle + 5, 12.5, {
                font: 'medium',
                fill: ui.accent,
                anchor: 'middle',
              })
            : ''
          : kind === 1
            ? sign('right', x + w - 20, middle, 16, ui.faint)
            : label(ui, ['4.8', '4.6', '5.0', '4.9', '4.7'][index % 5] ?? '4.8', x + w - 16, middle + 5, 15, {
                font: 'semibold',
                anchor: 'end',
              }) + mark('star', x + w - 52, middle, 14, ui.tint(60), true);
      const left = x + (kind === 0 ? 56 : 74);
      return [
        lead,
        label(ui, item, left, middle - 3, 17, {
          font: 'medium',
          fill: isDone ? ui.muted : ui.ink,
          maxWidth: w - (left - x) - 66,
        }),
        label(ui, details[(index * 5 + Math.round(ui.hue)) % details.length] ?? '', left, middle + 18, 14, {
          fill: ui.muted,
          maxWidth: w - (left - x) - 76,
        }),
        isDone ? rect(left, middle - 9, Math.min(measure(item, 17, 'medium'), w - (left - x) - 66), 1.6, ui.muted) : '',
        tail,
        index < items.length - 1 ? hairline(ui, left, top + height, w - (left - x)) : '',
      ].join('');
    })
    .join('');
}

/** Rows of things: tasks, places, recipes. */
export const list: DrawScreen = (ui, { w, h }) => {
  const kind = ui.random.int(0, 2);
  const top = header(ui, w);
  const tabs: readonly GlyphName[] = ['house', 'search', 'heart', 'bookmark'];
  if (ui.isWide) {
    const listWidth = 400;
    const detail = listWidth + 44;
    const width = w - detail - 44;
    const text = paragraph(
      ui,
      `${word(ui, 2, 'The plan')} comes first, then ${word(ui, 3, 'everything else').toLowerCase()}. Keep what matters close and let the rest wait until the week is quieter. Notes, pictures and dates stay together here, so that nothing has to be looked for twice.`,
      detail,
      470,
      width,
      16,
      5,
      { fill: ui.muted, leading: 1.55 },
    );
    return {
      tabs,
      body: [
        rect(10, 12, listWidth - 20, 72, ui.soft, { rx: 12 }),
        rows(ui, 10, 12, listWidth - 20, names(ui, 9), kind === 0 ? 1 : kind),
        rect(listWidth + 4, 0, 1, h, ui.line),
        picture(ui, createRandom(`hero${ui.appName}${ui.words[1] ?? ''}`), detail, 28, width, 300, ui.radius),
        label(ui, word(ui, 1, 'First things first'), detail, 384, 32, { font: ui.headline, maxWidth: width }),
        label(ui, 'Updated today at 09:12', detail, 416, 14, { fill: ui.muted }),
        text.body,
        chips(ui, ui.words.slice(4, 8), detail, 490 + text.height, 0, width),
      ].join(''),
    };
  }
  const hasHero = ui.random.chance(0.5);
  const filter = chips(
    ui,
    ['All', ...ui.words.slice(-3).map((name) => name.slice(0, 16))],
    20,
    top.height + 58,
    0,
    w - 30,
  );
  const start = top.height + 108;
  const hero = hasHero
    ? picture(ui, createRandom(`hero${ui.words.join()}`), 20, start, w - 40, 178, ui.radius) +
      roundedTop(20, start + 118, w - 40, 60, 0, ui.isDark ? '#00000099' : '#00000066').replace(
        '<path',
        `<path clip-path="${ui.canvas.clip(rect(20, start, w - 40, 178, '#fff', { rx: ui.radius }))}"`,
      ) +
      label(ui, word(ui, 1, 'Worth a look'), 36, start + 146, 19, {
        font: ui.headline,
        fill: '#ffffff',
        maxWidth: w - 80,
      }) +
      label(ui, 'Picked for you today', 36, start + 166, 13, { fill: '#ffffffcc' })
    : '';
  const y = start + (hasHero ? 194 : 4);
  const count = Math.ceil((h - y) / 72);
  const items = names(ui, count, hasHero ? 2 : 1);
  return {
    tabs,
    body: [
      top.body,
      search(ui, 20, top.height, w - 40, `Search ${word(ui, 0, ui.appName).toLowerCase()}`),
      filter,
      hero,
      card(ui, 20, y, w - 40, count * 72),
      rows(ui, 20, y, w - 40, items, kind),
    ].join(''),
  };
};
