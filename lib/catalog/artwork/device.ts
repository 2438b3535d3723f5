import type { FontName } from './fonts';
import type { GlyphName } from './glyphs';
import type { Random } from './random';
import { circle, group, line, n, rect } from './svg';
import { text } from './text';
import { hairline, label, mark, type Screen, search, type Size, type Ui, word } from './ui';

export const phoneSize: Size = { w: 390, h: 844 };
export const windowSize: Size = { w: 1280, h: 780 };

const statusHeight = 54;
const tabHeight = 80;
const sidebarWidth = 236;
const toolbarHeight = 52;

/** The room that a scene has inside its device. */
export function sceneSize(isWide: boolean, isImmersive: boolean): Size {
  if (isWide) return { w: windowSize.w - (isImmersive ? 0 : sidebarWidth), h: windowSize.h - toolbarHeight };
  return isImmersive ? phoneSize : { w: phoneSize.w, h: phoneSize.h - statusHeight - tabHeight };
}

function statusBar(ink: string): string {
  const battery =
    rect(336, 21, 24, 12, 'none', { rx: 3.6, stroke: ink, strokeWidth: 1, opacity: 0.5 }) +
    rect(338, 23, 17, 8, ink, { rx: 2.2 }) +
    rect(361.5, 25, 1.6, 4.4, ink, { rx: 0.8, opacity: 0.5 });
  const signal = [0, 1, 2, 3]
    .map((index) => rect(287 + index * 5, 30 - index * 2.6, 3.2, 3.4 + index * 2.6, ink, { rx: 0.9 }))
    .join('');
  const wifi = line(
    'M311.500 25.500A9 9 0 0 1 325 25.500M314.200 28.600A5 5 0 0 1 322.300 28.600M318.200 32h.01',
    ink,
    2,
  );
  return text('9:41', 56, 33, { size: 16, font: 'semibold', fill: ink, anchor: 'middle' }) + signal + wifi + battery;
}

function tabBar(ui: Ui, tabs: readonly GlyphName[], active: number): string {
  const y = phoneSize.h - tabHeight;
  const each = phoneSize.w / tabs.length;
  return [
    rect(0, y, phoneSize.w, tabHeight, ui.surface),
    hairline(ui, 0, y, phoneSize.w),
    tabs
      .map((name, index) =>
        mark(name, each * (index + 0.5), y + 27, 25, index === active ? ui.accent : ui.faint, index === active),
      )
      .join(''),
  ].join('');
}

/** A phone's whole screen, 390 x 844. */
export function phoneScreen(ui: Ui, screen: Screen): string {
  const home = rect(128, 831, 134, 4.6, screen.isImmersive ? (screen.statusInk ?? ui.ink) : ui.ink, {
    rx: 2.3,
    opacity: 0.85,
  });
  const body = screen.isImmersive ? screen.body : group(screen.body, { transform: `translate(0 ${statusHeight})` });
  const tabs = screen.tabs ? tabBar(ui, screen.tabs, 0) : '';
  return [rect(0, 0, phoneSize.w, phoneSize.h, ui.bg), body, tabs, statusBar(screen.statusInk ?? ui.ink), home].join(
    '',
  );
}

/** A phone around its screen; the screen's corner is the origin. */
export function phone(ui: Ui, screen: string): string {
  const clipPath = ui.canvas.clip(rect(0, 0, phoneSize.w, phoneSize.h, '#fff', { rx: 46 }));
  return [
    rect(-14.5, -14.5, 419, 873, '#3a3a40', { rx: 60 }),
    rect(-13, -13, 416, 870, '#0c0c0f', { rx: 58.5 }),
    group(screen, { clipPath }),
    rect(140, 11, 110, 31, '#08080a', { rx: 15.5 }),
    rect(-17, 180, 3, 60, '#2a2a2e', { rx: 1.5 }),
    rect(404, 210, 3, 92, '#2a2a2e', { rx: 1.5 }),
  ].join('');
}

/** A desktop window of 1280 x 780 around a scene. */
export function desktopWindow(ui: Ui, screen: Screen, taste: Random): string {
  const lights = ['#ff5f57', '#febc2e', '#28c840']
    .map((fill, index) => circle(24 + index * 22, 26, 6.5, fill))
    .join('');
  const left = screen.isImmersive ? 0 : sidebarWidth;
  const toolbarFill = screen.isImmersive ? ui.surface : ui.bg;
  const bar = [
    rect(left, 0, windowSize.w - left, toolbarHeight, toolbarFill),
    hairline(ui, left, toolbarHeight - 1, windowSize.w - left),
    label(
      ui,
      screen.isImmersive ? ui.appName : word(ui, 0, ui.appName),
      left + (screen.isImmersive ? 110 : 24),
      33,
      17,
      { font: 'semibold', maxWidth: 420 },
    ),
    search(ui, windowSize.w - 268, 7, 244, 'Search'),
  ].join('');
  const content = group(screen.body, { transform: `translate(${left} ${toolbarHeight})` });
  const clip = ui.canvas.clip(rect(0, 0, windowSize.w, windowSize.h, '#fff', { rx: 14 }));
  return `<g clip-path="${clip}">${rect(0, 0, windowSize.w, windowSize.h, ui.bg)}${content}${bar}${screen.isImmersive ? '' : sidebar(ui, taste, screen.tabs ?? [])}${lights}</g>`;
}

function sidebar(ui: Ui, taste: Random, glyphs: readonly GlyphName[]): string {
  const sections = taste.pick([
    ['Today', 'All', 'Recent', 'Favourites'],
    ['Home', 'Inbox', 'Shared', 'Archive'],
    ['Overview', 'Activity', 'Library', 'Saved'],
  ]);
  const icons = [...glyphs, 'house', 'clock', 'star', 'archive'] as const;
  const row = (y: number, name: string, glyphName: GlyphName | null, isOn: boolean, count: string) =>
    [
      isOn ? rect(12, y - 22, sidebarWidth - 24, 34, ui.soft, { rx: 8 }) : '',
      glyphName ? mark(glyphName, 34, y - 5, 17, isOn ? ui.accent : ui.muted) : circle(34, y - 5, 5.5, ui.tint(y * 3)),
      label(ui, name, 54, y, 15, { font: isOn ? 'semibold' : 'regular', maxWidth: sidebarWidth - 110 }),
      count ? label(ui, count, sidebarWidth - 26, y, 13, { fill: ui.muted, anchor: 'end' }) : '',
    ].join('');
  const top = sections
    .map((name, index) =>
      row(92 + index * 40, name, icons[index] ?? 'house', index === 0, index < 2 ? String(taste.int(3, 48)) : ''),
    )
    .join('');
  const own = ui.words
    .slice(1, 8)
    .map((name, index) => row(304 + index * 38, name, null, false, ''))
    .join('');
  return [
    rect(0, 0, sidebarWidth, windowSize.h, ui.sunken),
    rect(sidebarWidth - 1, 0, 1, windowSize.h, ui.line),
    top,
    ui.words.length > 1
      ? label(ui, ui.appName, 24, 268, 12, { font: 'semibold', fill: ui.muted, maxWidth: sidebarWidth - 48 })
      : '',
    own,
  ].join('');
}

/** The caption's font for an app. */
export const captionFont = (taste: Random): FontName => taste.pick(['bold', 'bold', 'serif', 'semibold', 'black']);

export const place = (body: string, x: number, y: number, scale: number, turn = 0) =>
  `<g transform="translate(${n(x)} ${n(y)}) scale(${Math.round(scale * 10000) / 10000})${turn === 0 ? '' : ` rotate(${turn} 195 422)`}">${body}</g>`;
