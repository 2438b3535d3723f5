import { createRandom } from './random';
import type { StoryScene } from './spec';
import { circle, line, rect } from './svg';
import { type DrawScreen, label, mark, picture, word } from './ui';

const photos: readonly StoryScene[] = ['hills', 'harbour', 'orchard', 'table', 'garden', 'city'];

/** A viewfinder, or a photograph being developed. */
export const camera: DrawScreen = (ui, { w, h }) => {
  const { random } = ui;
  const photo = random.pickFrom(photos, 'hills');
  const name = (index: number) =>
    word(ui, index, ['Photo', 'Video', 'Portrait', 'Night', 'Film', 'Pano'][index % 6] ?? 'Photo');
  const white = '#ffffff';
  const seed = `photo${ui.words.join()}${photo}`;
  if (ui.isWide) {
    const side = 300;
    const sliders = ['Exposure', 'Contrast', 'Warmth', 'Shadows', 'Grain', 'Fade'];
    const strip = Array.from(
      { length: 7 },
      (_, index) =>
        picture(
          ui,
          createRandom(`${seed}${index}`),
          24 + index * 138,
          h - 124,
          126,
          92,
          8,
          photos[index % photos.length],
        ) + (index === 1 ? rect(22, 0, 0, 0, 'none') : ''),
    ).join('');
    const values = sliders.map((title, index) => {
      const y = 236 + index * 64;
      const part = random.range(0.2, 0.85);
      return [
        label(ui, title, w - side + 24, y, 14.5, { font: 'medium' }),
        label(ui, String(Math.round(part * 100 - 50)), w - 24, y, 14, { fill: ui.muted, anchor: 'end' }),
        rect(w - side + 24, y + 15, side - 48, 5, ui.line, { rx: 2.5 }),
        rect(w - side + 24, y + 15, (side - 48) * part, 5, ui.accent, { rx: 2.5 }),
        circle(w - side + 24 + (side - 48) * part, y + 17.5, 8, '#ffffff', { stroke: ui.accent, strokeWidth: 2 }),
      ].join('');
    });
    const bars = Array.from({ length: 42 }, (_, index) =>
      rect(
        w - side + 24 + index * 6,
        176 - (18 + Math.sin(index * 0.21) * 38 + Math.cos(index * 0.9) * 9 + 40),
        5,
        18 + Math.sin(index * 0.21) * 38 + Math.cos(index * 0.9) * 9 + 40,
        ui.tint(index * 4, 0.7),
        { opacity: 0.8 },
      ),
    );
    return {
      isImmersive: true,
      body: [
        rect(0, 0, w, h, ui.isDark ? '#131316' : '#e9e8e6'),
        picture(ui, createRandom(seed), 24, 24, w - side - 48, h - 174, 10, photo),
        strip,
        rect(24, h - 124, 126, 92, 'none', { rx: 8, stroke: ui.accent, strokeWidth: 3 }),
        rect(w - side, 0, side, h, ui.surface),
        label(ui, word(ui, 1, 'Light'), w - side + 24, 48, 17, { font: 'semibold' }),
        bars.join(''),
        values.join(''),
      ].join(''),
    };
  }
  if (random.chance(0.45)) {
    const tools = ['sun', 'droplet', 'scissors', 'sparkles', 'aperture'] as const;
    const filters = Array.from({ length: 5 }, (_, index) => {
      const x = 18 + index * 84;
      return [
        picture(ui, createRandom(`${seed}${index}`), x, 606, 74, 88, 12, photo),
        index === 1 ? rect(x - 2, 604, 78, 92, 'none', { rx: 14, stroke: ui.accent, strokeWidth: 3 }) : '',
        label(ui, name(1 + index), x + 37, 714, 12.5, {
          fill: index === 1 ? white : '#ffffffa0',
          anchor: 'middle',
          font: 'medium',
          maxWidth: 76,
        }),
      ].join('');
    });
    return {
      isImmersive: true,
      statusInk: white,
      body: [
        rect(0, 0, w, h, '#0f0f12'),
        label(ui, 'Cancel', 20, 88, 17, { fill: white }),
        label(ui, word(ui, 0, 'Edit'), w / 2, 88, 17, {
          font: 'semibold',
          fill: white,
          anchor: 'middle',
          maxWidth: 190,
        }),
        label(ui, 'Save', w - 20, 88, 17, { font: 'semibold', fill: ui.tint(0), anchor: 'end' }),
        picture(ui, createRandom(seed), 0, 112, w, 436, 0, photo),
        Array.from({ length: 41 }, (_, index) =>
          rect(35 + index * 8, 568, 1.6, index % 5 === 0 ? 18 : 10, index === 26 ? ui.tint(0) : '#ffffff80'),
        ).join(''),
        circle(35 + 26 * 8, 562, 3.5, ui.tint(0)),
        filters.join(''),
        tools.map((tool, index) => mark(tool, 45 + index * 75, 768, 25, index === 0 ? ui.tint(0) : white)).join(''),
      ].join(''),
    };
  }
  const top = 112;
  const height = 520;
  const thirds = [1, 2]
    .map(
      (part) =>
        rect((w / 3) * part, top, 1, height, white, { opacity: 0.35 }) +
        rect(0, top + (height / 3) * part, w, 1, white, { opacity: 0.35 }),
    )
    .join('');
  const focus = line('M160 330V310H180M230 310H250V330M250 380V400H230M180 400H160V380', '#ffd84d', 2.4);
  const zoom = ['0.5', '1×', '2', '5']
    .map(
      (step, index) =>
        circle(135 + index * 40, top + height - 34, 16, '#000000', { opacity: 0.45 }) +
        label(ui, step, 135 + index * 40, top + height - 29, 13, {
          fill: index === 1 ? '#ffd84d' : white,
          anchor: 'middle',
          font: 'semibold',
        }),
    )
    .join('');
  const modes = [-2, -1, 0, 1, 2]
    .map((at) =>
      label(ui, name(3 + at).slice(0, 12), w / 2 + at * 92, 668, 14, {
        fill: at === 0 ? '#ffd84d' : white,
        anchor: 'middle',
        font: 'semibold',
        maxWidth: 86,
      }),
    )
    .join('');
  return {
    isImmersive: true,
    statusInk: white,
    body: [
      rect(0, 0, w, h, '#08080a'),
      mark('zap', 34, 84, 21, white),
      label(ui, 'RAW', w / 2, 89, 13, { font: 'semibold', fill: white, anchor: 'middle', tracking: 0.06 }),
      mark('timer', w - 34, 84, 21, white),
      picture(ui, createRandom(seed), 0, top, w, height, 0, photo),
      thirds,
      focus,
      zoom,
      modes,
      circle(w / 2, 742, 37, 'none', { stroke: white, strokeWidth: 4.5 }),
      circle(w / 2, 742, 30, white),
      picture(ui, createRandom(`${seed}last`), 34, 716, 52, 52, 10),
      circle(w - 60, 742, 25, '#ffffff26'),
      line('M320 742a10 10 0 1 1 3 7.200M319 752v-4.500h4.500', white, 2.4),
    ].join(''),
  };
};
