import { createRandom } from './random';
import { circle, rect } from './svg';
import { measure, wrap } from './text';
import {
  avatar,
  card,
  chips,
  type DrawScreen,
  hairline,
  label,
  mark,
  paragraph,
  people,
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
      return [lead, label(ui, item, left, middle - 3, 17, { font: 'medium', fill: isDone ? ui.muted : ui.ink, maxWidth: w - (left - x) - 66 }), label(ui, details[(index * 5 + Math.round(ui.hue)) % details.length] ?? '', left, middle + 18, 14, { fill: ui.muted, maxWidth: w - (left - x) - 76 }), isDone ? rect(left, middle - 9, 90, 1.6, ui.muted) : '', tail, index < items.length - 1 ? hairline(ui, left, top + height, w - (left - x)) : ''].join('');
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
      body: [rect(10, 12, listWidth - 20, 72, ui.soft, { rx: 12 }), rows(ui, 10, 12, listWidth - 20, names(ui, 9), kind === 0 ? 1 : kind), rect(listWidth + 4, 0, 1, h, ui.line), picture(ui, createRandom(`hero${ui.appName}${ui.words[1] ?? ''}`), detail, 28, width, 300, ui.radius), label(ui, word(ui, 1, 'First things first'), detail, 384, 32, { font: ui.headline, maxWidth: width }), label(ui, 'Updated today at 09:12', detail, 416, 14, { fill: ui.muted }), text.body, chips(ui, ui.words.slice(4, 8), detail, 490 + text.height, 0, width)].join(''),
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
    body: [top.body, search(ui, 20, top.height, w - 40, `Search ${word(ui, 0, ui.appName).toLowerCase()}`), filter, hero, card(ui, 20, y, w - 40, count * 72), rows(ui, 20, y, w - 40, items, kind)].join(''),
  };
};

const theirs = [
  'Did you see the news about {w}?',
  'I can bring {w} tonight',
  'Is {w} still on for Saturday?',
  'Found a good place near {w}',
  'We could start with {w}',
] as const;

const mine = [
  'Yes! Count me in',
  'Perfect, see you at seven',
  'On my way, ten minutes',
  'Love it. Let us do that',
  'Sent you the details',
] as const;

/** A conversation. */
export const chat: DrawScreen = (ui, { w, h }) => {
  const { random } = ui;
  const friend = people[Math.round(ui.hue) % people.length] ?? people[0];
  const left = ui.isWide ? 330 : 0;
  const width = w - left;
  const top = ui.isWide ? 0 : 66;
  const phoneHeader = [rect(0, 0, w, 66, ui.surface), sign('left', 22, 30, 22, ui.accent, 2.6), avatar(ui, friend, 60, 30, 19, 40), label(ui, friend, 90, 27, 17, { font: 'semibold', maxWidth: 190 }), label(ui, 'Active now', 90, 46, 13, { fill: ui.muted }), mark('phone', w - 72, 30, 20, ui.accent), mark('video', w - 32, 30, 22, ui.accent), hairline(ui, 0, 65, w)].join('');
  const conversations =
    people
      .slice(0, 8)
      .map(
        (name, index) =>
          [index === 0 ? rect(10, 12, left - 20, 70, ui.soft, { rx: 12 }) : '', avatar(ui, name, 44, 47 + index * 76, 22, index * 47), label(ui, name, 78, 42 + index * 76, 16, { font: 'semibold', maxWidth: 170 }), label(ui, word(ui, 1 + index, 'See you tomorrow'), 78, 64 + index * 76, 14, { fill: ui.muted, maxWidth: 210 }), label(ui, ['9:41', '9:12', '8:55', 'Tue', 'Tue', 'Mon', 'Mon', 'Sun'][index] ?? '', left - 22, 42 + index * 76, 12, { fill: ui.muted, anchor: 'end' })].join(''),
      )
      .join('') + rect(left, 0, 1, h, ui.line);
  const lines: { isMine: boolean; content: string; isPicture?: boolean }[] = [];
  const start = random.int(0, 4);
  const count = ui.isWide ? 8 : 9;
  for (let index = 0; index < count; index += 1) {
    const isMine = index % 3 === 1 || index % 5 === 3;
    const topic = word(ui, 1 + ((index >> 1) % Math.max(1, ui.words.length - 1)), 'the plan');
    lines.push({
      isMine,
      content: isMine
        ? (mine[(start + index) % mine.length] ?? '')
        : (theirs[(start + index) % theirs.length] ?? '').replace('{w}', topic),
      isPicture: index === 3,
    });
  }
  let y = top + 46;
  let body = label(ui, 'Today 9:24', left + width / 2, top + 30, 12, {
    fill: ui.muted,
    anchor: 'middle',
    font: 'medium',
  });
  for (const item of lines) {
    const max = Math.min(width * 0.72, 420) - 28;
    if (item.isPicture) {
      const pw = Math.min(230, max);
      if (y + 160 > h - 70) break;
      body += picture(ui, random, item.isMine ? left + width - 16 - pw : left + 16, y, pw, 150, 20);
      y += 162;
      continue;
    }
    const content = paragraph(ui, item.content, 0, 0, max, 16, 3);
    const bw =
      Math.max(...wrap(item.content, max, 16, 'regular', 3, false).map((row) => Math.min(max, measure(row, 16)))) + 30;
    const bh = content.height + 17;
    if (y + bh > h - 66) break;
    const x = item.isMine ? left + width - 16 - bw : left + 16;
    body += rect(x, y, bw, bh, item.isMine ? ui.accent : ui.isDark ? ui.sunken : ui.isWide ? ui.sunken : '#ffffff', {
      rx: 19,
    });
    body += paragraph(ui, item.content, x + 15, y + 25, max + 1, 16, 3, {
      fill: item.isMine ? ui.onAccent : ui.ink,
    }).body;
    y += bh + (item.isMine ? 12 : 7);
  }
  const field = [rect(left, h - 60, width, 60, ui.surface), sign('plus', left + 30, h - 30, 22, ui.accent, 2.6), rect(left + 56, h - 49, width - 116, 38, ui.sunken, { rx: 19 }), label(ui, 'Message', left + 74, h - 24, 16, { fill: ui.muted }), circle(left + width - 32, h - 30, 18, ui.accent), sign('up', left + width - 32, h - 30, 18, ui.onAccent, 2.8)].join('');
  return {
    tabs: ['message-circle', 'phone', 'bookmark', 'bell'],
    body: `${ui.isWide ? conversations : ''}${body}${field}${ui.isWide ? '' : phoneHeader}`,
  };
};
