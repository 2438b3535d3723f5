import { circle, rect } from './svg';
import { measure, wrap } from './text';
import { avatar, type DrawScreen, hairline, label, mark, paragraph, people, picture, sign, word } from './ui';

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
  const phoneHeader = [
    rect(0, 0, w, 66, ui.surface),
    sign('left', 22, 30, 22, ui.accent, 2.6),
    avatar(ui, friend, 60, 30, 19, 40),
    label(ui, friend, 90, 27, 17, { font: 'semibold', maxWidth: 190 }),
    label(ui, 'Active now', 90, 46, 13, { fill: ui.muted }),
    mark('phone', w - 72, 30, 20, ui.accent),
    mark('video', w - 32, 30, 22, ui.accent),
    hairline(ui, 0, 65, w),
  ].join('');
  const conversations =
    people
      .slice(0, 8)
      .map((name, index) =>
        [
          index === 0 ? rect(10, 12, left - 20, 70, ui.soft, { rx: 12 }) : '',
          avatar(ui, name, 44, 47 + index * 76, 22, index * 47),
          label(ui, name, 78, 42 + index * 76, 16, { font: 'semibold', maxWidth: 170 }),
          label(ui, word(ui, 1 + index, 'See you tomorrow'), 78, 64 + index * 76, 14, {
            fill: ui.muted,
            maxWidth: 210,
          }),
          label(
            ui,
            ['9:41', '9:12', '8:55', 'Tue', 'Tue', 'Mon', 'Mon', 'Sun'][index] ?? '',
            left - 22,
            42 + index * 76,
            12,
            { fill: ui.muted, anchor: 'end' },
          ),
        ].join(''),
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
  const field = [
    rect(left, h - 60, width, 60, ui.surface),
    sign('plus', left + 30, h - 30, 22, ui.accent, 2.6),
    rect(left + 56, h - 49, width - 116, 38, ui.sunken, { rx: 19 }),
    label(ui, 'Message', left + 74, h - 24, 16, { fill: ui.muted }),
    circle(left + width - 32, h - 30, 18, ui.accent),
    sign('up', left + width - 32, h - 30, 18, ui.onAccent, 2.8),
  ].join('');
  return {
    tabs: ['message-circle', 'phone', 'bookmark', 'bell'],
    body: `${ui.isWide ? conversations : ''}${body}${field}${ui.isWide ? '' : phoneHeader}`,
  };
};
