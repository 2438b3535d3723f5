import { circle, rect } from './svg';
import { card, type DrawScreen, hairline, label, sign, word } from './ui';

const notes = [
  'Online',
  'Room 4, second floor',
  'With Maya',
  'Every week',
  'At home',
  'Bring the folder',
  'Main street 12',
] as const;

const weekdays = ['M', 'T', 'W', 'T', 'F', 'S', 'S'] as const;

const longDays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A month and its events, or a week on a desktop. */
export const calendar: DrawScreen = (ui, { w, h }) => {
  const { random } = ui;
  const month = random.pick(months);
  const offset = random.int(0, 6);
  const today = random.int(8, 22);
  if (ui.isWide) {
    const gutter = 64;
    const each = (w - gutter - 20) / 7;
    const top = 74;
    const hour = (h - top) / 10;
    const head = longDays.map((name, index) => {
      const x = gutter + each * (index + 0.5);
      const isToday = index === 2;
      return [
        label(ui, name, x, 28, 13, { fill: isToday ? ui.accent : ui.muted, anchor: 'middle', font: 'medium' }),
        isToday ? circle(x, 50, 16, ui.accent) : '',
        label(ui, String(today + index - 2), x, 56, 18, {
          font: 'semibold',
          anchor: 'middle',
          fill: isToday ? ui.onAccent : ui.ink,
        }),
      ].join('');
    });
    const grid = Array.from(
      { length: 10 },
      (_, index) =>
        hairline(ui, gutter, top + index * hour, w - gutter) +
        label(ui, `${8 + index}:00`, gutter - 12, top + index * hour + 5, 12, { fill: ui.muted, anchor: 'end' }),
    );
    const events = Array.from({ length: 13 }, (_, index) => {
      const day = index % 7;
      const begin = ((index * 5 + offset) % 7) + (index > 6 ? 2.5 : 0.25);
      const long = [1, 1.5, 2, 0.75][index % 4] ?? 1;
      if (begin + long > 9.8) return '';
      const x = gutter + each * day + 3;
      const y = top + begin * hour + 2;
      const fill = ui.tint(index * 53);
      const start = 8 + Math.floor(begin);
      return [
        rect(x, y, each - 8, long * hour - 4, ui.bg, { rx: 8 }),
        rect(x, y, each - 8, long * hour - 4, fill, { rx: 8, opacity: ui.isDark ? 0.32 : 0.2 }),
        rect(x, y, 4, long * hour - 4, fill, { rx: 2 }),
        label(ui, word(ui, 1 + (index % Math.max(1, ui.words.length - 1)), 'Planning'), x + 13, y + 22, 14, {
          font: 'semibold',
          maxWidth: each - 28,
        }),
        long > 0.8
          ? label(ui, `${start}:${begin % 1 === 0.5 ? '30' : '15'}`, x + 13, y + 41, 12.5, { fill: ui.muted })
          : '',
      ].join('');
    });
    const now = top + 3.4 * hour;
    return {
      tabs: ['calendar', 'clock', 'bell', 'map-pin'],
      body: [
        head.join(''),
        grid.join(''),
        events.join(''),
        rect(gutter + each * 2, now, each, 2, '#e5484d'),
        circle(gutter + each * 2, now + 1, 5, '#e5484d'),
      ].join(''),
    };
  }
  const cell = (w - 32) / 7;
  const gridTop = 106;
  const days = Array.from({ length: 31 }, (_, index) => {
    const at = index + offset;
    const x = 16 + (at % 7) * cell + cell / 2;
    const y = gridTop + Math.floor(at / 7) * 46 + 22;
    const isToday = index + 1 === today;
    const marks = (index * 7 + offset) % 4 === 0 ? [0, 1] : (index * 5) % 3 === 0 ? [0] : [];
    return [
      isToday ? circle(x, y, 19, ui.accent) : '',
      label(ui, String(index + 1), x, y + 6, 17, {
        font: isToday ? 'semibold' : 'regular',
        fill: isToday ? ui.onAccent : at % 7 > 4 ? ui.muted : ui.ink,
        anchor: 'middle',
      }),
      isToday
        ? ''
        : marks
            .map((dot) => circle(x + (dot - (marks.length - 1) / 2) * 7, y + 17, 2.4, ui.tint(dot * 90 + index * 20)))
            .join(''),
    ].join('');
  });
  const gridRows = Math.ceil((31 + offset) / 7);
  const agenda = gridTop + gridRows * 46 + 16;
  const times = ['08:30', '10:00', '12:15', '14:00', '16:45', '18:30'] as const;
  const events = times.slice(0, Math.ceil((h - agenda - 40) / 74)).map((time, index) => {
    const y = agenda + 44 + index * 74;
    const fill = ui.tint(index * 67);
    return [
      card(ui, 16, y, w - 32, 64),
      rect(28, y + 13, 4, 38, fill, { rx: 2 }),
      label(ui, word(ui, 1 + index, 'Planning'), 44, y + 29, 16.5, {
        font: 'semibold',
        maxWidth: w - 150,
      }),
      label(ui, notes[(index * 3 + today) % notes.length] ?? '', 44, y + 49, 13.5, {
        fill: ui.muted,
        maxWidth: w - 150,
      }),
      label(ui, time, w - 32, y + 29, 14, { font: 'medium', anchor: 'end' }),
      label(ui, ['45 min', '1 h', '30 min'][index % 3] ?? '', w - 32, y + 49, 13, { fill: ui.muted, anchor: 'end' }),
    ].join('');
  });
  return {
    tabs: ['calendar', 'clipboard-list', 'bell', 'house'],
    body: [
      label(ui, month, 20, 44, 34, { font: ui.headline, maxWidth: 260 }),
      sign('left', w - 74, 34, 20, ui.accent, 2.6),
      sign('right', w - 30, 34, 20, ui.accent, 2.6),
      weekdays
        .map((day, index) =>
          label(ui, day, 16 + cell * (index + 0.5), 88, 13, { fill: ui.muted, anchor: 'middle', font: 'medium' }),
        )
        .join(''),
      days.join(''),
      hairline(ui, 16, agenda, w - 32),
      label(ui, `${longDays[(today - 1 + offset) % 7] ?? 'Mon'} ${today} ${month}`, 20, agenda + 30, 15, {
        font: 'semibold',
      }),
      events.join(''),
    ].join(''),
  };
};
