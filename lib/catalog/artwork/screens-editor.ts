import type { FontName } from './fonts';
import { rect } from './svg';
import { measure, text } from './text';
import { type DrawScreen, hairline, label, mark, paragraph, picture, sign, type Ui, word } from './ui';

const codeLike = /[(){}<>;=]|\.[a-z]{1,4}$|^[a-z]+_[a-z]+|^\.|::|->/;

type Token = readonly [content: string, kind: 'plain' | 'word' | 'name' | 'text' | 'note' | 'number'];

function codeLines(ui: Ui): readonly (readonly Token[])[] {
  const name = (index: number, fallback: string) =>
    word(ui, index, fallback)
      .replace(/\W+(.)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase())
      .slice(0, 18) || fallback;
  const [first, second, third] = [name(1, 'reader'), name(2, 'cache'), name(3, 'result')];
  return [
    [['// Keeps the newest entry of every key.', 'note']],
    [
      ['import', 'word'],
      [' { open, watch } ', 'plain'],
      ['from', 'word'],
      [" './store'", 'text'],
      [';', 'plain'],
    ],
    [],
    [
      ['export async function', 'word'],
      [` ${second}`, 'name'],
      ['(limit = ', 'plain'],
      ['64', 'number'],
      [') {', 'plain'],
    ],
    [
      ['  const', 'word'],
      [` ${first} = `, 'plain'],
      ['await', 'word'],
      [' open', 'name'],
      ["('", 'plain'],
      ['main', 'text'],
      ["');", 'plain'],
    ],
    [
      ['  let', 'word'],
      [` ${third} = `, 'plain'],
      ['0', 'number'],
      [';', 'plain'],
    ],
    [
      ['  for await', 'word'],
      [' (', 'plain'],
      ['const', 'word'],
      [' item ', 'plain'],
      ['of', 'word'],
      [` ${first}) {`, 'plain'],
    ],
    [
      ['    if', 'word'],
      [' (item.age > limit) ', 'plain'],
      ['continue', 'word'],
      [';', 'plain'],
    ],
    [
      [`    ${third} += item.`, 'plain'],
      ['weight', 'name'],
      [';', 'plain'],
    ],
    [['  }', 'plain']],
    [
      ['  return', 'word'],
      [` ${third};`, 'plain'],
    ],
    [['}', 'plain']],
    [],
    [
      ['const', 'word'],
      [' total = ', 'plain'],
      ['await', 'word'],
      [` ${second}`, 'name'],
      ['(', 'plain'],
      ['128', 'number'],
      [');', 'plain'],
    ],
    [
      ['watch', 'name'],
      ["('", 'plain'],
      ['main', 'text'],
      ["', () => {", 'plain'],
    ],
    [
      ['  log', 'name'],
      ['(', 'plain'],
      ["'changed: '", 'text'],
      [' + total);', 'plain'],
    ],
    [['});', 'plain']],
    [],
    [['// Everything else waits for the next turn.', 'note']],
    [
      ['export default', 'word'],
      [` ${second};`, 'plain'],
    ],
  ];
}

function code(ui: Ui, x: number, y: number, w: number, rows: number, size: number): string {
  const inks: Record<Token[1], string> = {
    plain: ui.ink,
    word: ui.tint(0),
    name: ui.tint(70),
    text: ui.tint(150),
    note: ui.faint,
    number: ui.tint(-60),
  };
  const clip = ui.canvas.clip(rect(x - 44, y - 30, w + 44, rows * size * 1.7 + 40, '#fff'));
  const body = codeLines(ui)
    .slice(0, rows)
    .map((tokens, index) => {
      const top = y + index * size * 1.7;
      let left = x;
      const content = tokens.map(([part, kind]) => {
        const drawn = text(part, left, top, { size, font: 'mono', fill: inks[kind] });
        left += part.length * size * 0.6;
        return drawn;
      });
      const isActive = index === 7;
      return [
        isActive ? rect(x - 44, top - size * 1.16, w + 44, size * 1.7, ui.soft, { opacity: 0.7 }) : '',
        text(String(index + 1), x - 14, top, { size: size * 0.86, font: 'mono', fill: ui.faint, anchor: 'end' }),
        content.join(''),
      ].join('');
    });
  return `<g clip-path="${clip}">${body.join('')}</g>`;
}

const sentences = [
  'It began with a list on the back of a ticket. By the third day it had become a plan, and by the end of the week a habit. See also: {a}.',
  'What changed was small. The hard part moved to the morning, and the evenings were left alone. {b} can wait until Sunday.',
  'It helps to write down what went well. The rest can be asked about later, when there is time, under “{a}”.',
  'Most of it fits on one page. “{b}” takes a little longer, but it is worth the walk.',
] as const;

/** A document, or code where the words look like code. */
export const editor: DrawScreen = (ui, { w, h }) => {
  const { random } = ui;
  const isCode = ui.words.some((content) => codeLike.test(content));
  const title = word(ui, isCode ? 0 : 1, 'Untitled');
  if (isCode) {
    const tabNames = [0, 1, 2].map((index) =>
      word(ui, index, ['main.ts', 'store.ts', 'readme.md'][index] ?? 'main.ts').replace(/\s+/g, '-'),
    );
    const each = ui.isWide ? 190 : 128;
    const top = ui.isWide ? 0 : 0;
    const tabs = tabNames
      .map((name, index) =>
        [
          rect(index * each, top, each, 44, index === 0 ? ui.surface : ui.sunken),
          index === 0 ? rect(0, top, each, 3, ui.accent) : '',
          text(name, index * each + 16, top + 28, {
            size: 14,
            font: 'mono',
            fill: index === 0 ? ui.ink : ui.muted,
            maxWidth: each - 32,
          }),
        ].join(''),
      )
      .join('');
    const size = ui.isWide ? 16 : 12.6;
    const rows = Math.floor((h - (ui.isWide ? 230 : 250)) / (size * 1.7));
    const panel = ui.isWide ? 172 : 190;
    return {
      tabs: ['terminal', 'folder', 'bug', 'search'],
      body: [
        rect(0, 0, w, h, ui.surface),
        rect(0, top, w, 44, ui.sunken),
        tabs,
        code(ui, 54, top + 80, w, rows, size),
        rect(0, h - panel, w, panel, ui.isDark ? '#101114' : '#1d1f26'),
        text('$ build --watch', 20, h - panel + 36, { size: 14, font: 'mono', fill: '#e8e6e1' }),
        ['  compiled 48 modules in 212 ms', '  12 checks passed, 0 failed', '  watching for changes …']
          .map((row, index) =>
            text(row, 20, h - panel + 66 + index * 26, {
              size: 13.5,
              font: 'mono',
              fill: index === 1 ? '#7bd88f' : '#a3a29d',
            }),
          )
          .join(''),
      ].join(''),
    };
  }
  const serif: FontName = random.chance(0.5) ? 'serif' : 'semibold';
  const a = word(ui, 2, 'the project');
  const b = word(ui, 3, 'the second half');
  const left = ui.isWide ? Math.max(60, (w - 680) / 2) : 24;
  const width = ui.isWide ? 680 : w - 48;
  const size = 17;
  let y = ui.isWide ? 92 : 104;
  const heading = paragraph(ui, title, left, y, width, ui.isWide ? 40 : 32, 2, { font: serif, leading: 1.15 });
  let body = heading.body;
  y += heading.height - 8;
  body += label(ui, `Edited 9:38 · ${random.int(240, 1800)} words`, left, y, 14, { fill: ui.muted });
  y += 38;
  const start = random.int(0, 3);
  for (let index = 0; index < 4 && y < h; index += 1) {
    const content = (sentences[(start + index) % 4] ?? '').replace('{a}', a).replace('{b}', b);
    const drawn = paragraph(ui, content, left, y, width, size, 6, { leading: 1.6 });
    if (index === 0)
      body += rect(left - 3, y - 18, measure(content.split(' ').slice(0, 4).join(' '), size) + 6, 25, ui.tint(60), {
        rx: 4,
        opacity: 0.35,
      });
    body += drawn.body;
    y += drawn.height + 14;
    if (index === 0) {
      const high = ui.isWide ? 210 : 150;
      body += picture(ui, random, left, y - 8, width, high, 12);
      y += high + 22;
    }
    if (index === 1) {
      body += [4, 5, 6]
        .map((at, row) =>
          [
            rect(left, y - 14 + row * 34, 20, 20, row === 0 ? ui.accent : 'none', {
              rx: 6,
              stroke: row === 0 ? ui.accent : ui.faint,
              strokeWidth: 1.8,
            }),
            row === 0 ? sign('check', left + 10, y - 4, 14, ui.onAccent, 3.2) : '',
            label(
              ui,
              word(ui, at, ['Read it again', 'Ask two friends', 'Send it'][row] ?? 'Send it'),
              left + 32,
              y + 2 + row * 34,
              17,
              { maxWidth: width - 40, fill: row === 0 ? ui.muted : ui.ink },
            ),
          ].join(''),
        )
        .join('');
      y += 118;
    }
  }
  const bar = ui.isWide
    ? `${rect(w / 2 - 190, h - 72, 380, 50, ui.surface, { rx: 25, stroke: ui.line, strokeWidth: 1 })}`
    : `${rect(0, h - 52, w, 52, ui.surface)}${hairline(ui, 0, h - 52, w)}`;
  const mid = ui.isWide ? h - 47 : h - 26;
  const from = ui.isWide ? w / 2 - 150 : 36;
  const gap = ui.isWide ? 60 : 63;
  const tools = [
    label(ui, 'B', from, mid + 7, 20, { font: 'black', anchor: 'middle' }),
    label(ui, 'i', from + gap, mid + 7, 21, { font: 'serifItalic', anchor: 'middle' }),
    label(ui, 'Aa', from + gap * 2, mid + 7, 18, { font: 'semibold', anchor: 'middle' }),
    mark('clipboard-list', from + gap * 3, mid, 21, ui.ink),
    mark('image', from + gap * 4, mid, 21, ui.ink),
    mark('paperclip', from + gap * 5, mid, 20, ui.accent),
  ];
  const navigation = ui.isWide
    ? ''
    : [
        rect(0, 0, w, 54, ui.bg),
        sign('left', 28, 26, 22, ui.accent, 2.6),
        label(ui, word(ui, 0, 'Notes'), 44, 32, 17, { fill: ui.accent, maxWidth: 180 }),
        label(ui, 'Done', w - 20, 32, 17, { font: 'semibold', fill: ui.accent, anchor: 'end' }),
      ].join('');
  return {
    tabs: ['notebook-pen', 'folder', 'star', 'search'],
    body: `${ui.isWide ? '' : rect(0, -60, w, h + 60, ui.surface)}<g clip-path="${ui.canvas.clip(rect(0, 0, w, h, '#fff'))}">${body}</g>${navigation.replace(ui.bg, ui.surface)}${bar}${tools.join('')}`,
  };
};
