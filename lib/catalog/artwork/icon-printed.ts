import { glyph } from './glyphs';
import { type Draw, shadow } from './icon-art';
import { circle, group, n, path, polygon, rect, scallops } from './svg';

const whole = (fill: string) => rect(0, 0, 1024, 1024, fill);

/** Chips of stone in a pale ground, and a plate with the glyph. */
export const terrazzo: Draw = (art) => {
  const { palette, random, glyph: name } = art;
  const isNight = palette.ground === 'dark' || palette.ground === 'deep';
  const inks = [palette.tone(0.62, 0.17), palette.tone(0.76, 0.13, 60), palette.tone(0.5, 0.13, -50), palette.accent];
  const chips = Array.from({ length: 46 }, (_, index) => {
    const x = (index % 7) * 165 + random.range(-50, 50);
    const y = Math.floor(index / 7) * 165 + random.range(-50, 50);
    const size = random.range(22, 62);
    const corners = random.int(4, 6);
    const points = Array.from({ length: corners }, (__, corner) => {
      const angle = (corner / corners) * Math.PI * 2 + random.range(-0.3, 0.3);
      const reach = size * random.range(0.6, 1.1);
      return [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach] as const;
    });
    return path(polygon(points), random.pickFrom(inks, palette.accent));
  });
  const plate = circle(512, 512, 310, '#000');
  return [
    whole(isNight ? palette.tone(0.24, 0.04) : palette.tone(0.965, 0.018)),
    chips.join(''),
    shadow(art, plate, 18, 24, 0.25),
    circle(512, 512, 310, isNight ? palette.tone(0.97, 0.02) : palette.tone(0.42, 0.13)),
    glyph(name, 512, 512, 340, {
      body: isNight ? palette.tone(0.36, 0.12) : '#ffffff',
      detail: isNight ? palette.tone(0.64, 0.17) : palette.tone(0.74, 0.13),
      weight: 2.2,
    }),
  ].join('');
};

/** A checked cloth under a round label. */
export const gingham: Draw = (art) => {
  const { palette, random, glyph: name } = art;
  const band = random.pick([128, 102.4, 170.667]);
  const count = Math.ceil(1024 / band / 2);
  const ink = palette.tone(0.6, 0.19);
  const stripes = Array.from({ length: count }, (_, index) => {
    const at = index * band * 2;
    return `${rect(at, 0, band, 1024, ink, { opacity: 0.5 })}${rect(0, at, 1024, band, ink, { opacity: 0.5 })}`;
  });
  const label = scallops(512, 512, 318, 20, 20);
  return [
    whole(palette.tone(0.985, 0.012)),
    stripes.join(''),
    shadow(art, path(label, '#000'), 16, 20, 0.3),
    path(label, '#ffffff'),
    circle(512, 512, 276, 'none', { stroke: ink, strokeWidth: 9 }),
    glyph(name, 512, 512, 330, { body: palette.tone(0.45, 0.17), detail: palette.tone(0.76, 0.13), weight: 2.2 }),
  ].join('');
};

/** Rays from a low sun behind the glyph, in three flat colours. */
export const sunburst: Draw = (art) => {
  const { palette, random, glyph: name } = art;
  const turn = random.pick([40, -40, 165, 70]);
  const [pale, mid, deep] = [palette.tone(0.93, 0.07, turn), palette.tone(0.78, 0.16, turn), palette.tone(0.4, 0.13)];
  const y = random.pick([512, 760, 900]);
  const count = random.pick([12, 16, 20]);
  const rays = Array.from({ length: count }, (_, index) => {
    const [from, to] = [index / count, (index + 0.5) / count].map((part) => part * Math.PI * 2);
    const at = (angle = 0) => [512 + Math.cos(angle) * 1300, y + Math.sin(angle) * 1300] as const;
    return path(polygon([[512, y], at(from), at(to)]), mid);
  });
  return [
    whole(pale),
    rays.join(''),
    circle(512, y, y === 512 ? 300 : 360, palette.tone(0.66, 0.2, turn / 2)),
    glyph(name, 512, 512, y === 512 ? 380 : 560, {
      body: y === 512 ? '#ffffff' : deep,
      detail: y === 512 ? deep : pale,
      weight: 2.2,
    }),
  ].join('');
};

/** Two spot colours on cream, not quite in register, the second as a screen of dots. */
export const risograph: Draw = (art) => {
  const { palette, random, glyph: name } = art;
  const first = palette.tone(0.66, 0.21);
  const second = palette.tone(0.5, 0.17, random.pick([140, -120, 180, 90]));
  const [cx, cy] = random.pick([
    [640, 420],
    [380, 430],
    [512, 620],
  ] as const);
  const step = 40;
  let dots = '';
  for (let row = -10; row <= 10; row += 1) {
    for (let column = -10; column <= 10; column += 1) {
      const x = cx + column * step + (row % 2) * (step / 2);
      const y = cy + row * step * 0.87;
      if (Math.hypot(x - cx, y - cy) > 380) continue;
      const r = Math.round(5 + 13 * (y / 1024));
      dots += `M${n(x - r)} ${Math.round(y)}a${r} ${r} 0 1 0 ${r * 2} 0a${r} ${r} 0 1 0 ${-r * 2} 0`;
    }
  }
  const multiply = 'style="mix-blend-mode:multiply"';
  return [
    whole('#f7f0e1'),
    `<g ${multiply}>${path(dots, first)}</g>`,
    `<g ${multiply}>${glyph(name, 524, 520, 600, { body: first, detail: palette.tone(0.82, 0.12), weight: 2.3 })}</g>`,
    `<g ${multiply}>${glyph(name, 500, 504, 600, { body: second, detail: '#f7f0e1', weight: 2.3 })}</g>`,
  ].join('');
};

/** A postage stamp, lying a little askew. */
export const stamp: Draw = (art) => {
  const { canvas, palette, random, glyph: name } = art;
  const teeth = Array.from({ length: 8 }, (_, index) => {
    const at = 192 + index * 91.4;
    return [
      circle(at, 152, 26, '#000'),
      circle(at, 872, 26, '#000'),
      circle(192, at - 40, 26, '#000'),
      circle(832, at - 40, 26, '#000'),
    ].join('');
  });
  const paper = `<g mask="${canvas.mask(rect(192, 152, 640, 720, '#fff') + teeth.join(''))}">${rect(192, 152, 640, 720, '#fffdf7')}</g>`;
  const sky = canvas.linear(
    [
      [0, palette.tone(0.72, 0.16)],
      [1, palette.tone(0.86, 0.1, 50)],
    ],
    90,
  );
  const turn = random.pick([-9, 8, -5, 12]);
  const picture = [
    rect(246, 206, 532, 612, sky),
    `<g clip-path="${canvas.clip(rect(246, 206, 532, 612, '#fff'))}">`,
    circle(random.int(380, 640), 690, 330, palette.tone(0.55, 0.15, -30)),
    circle(random.int(560, 820), 800, 280, palette.tone(0.42, 0.13, -50)),
    '</g>',
    glyph(name, 512, 470, 350, { body: '#ffffff', detail: palette.tone(0.36, 0.12), weight: 2.2 }),
  ].join('');
  return [
    whole(palette.isDark ? palette.tone(0.34, 0.1) : palette.tone(0.8, 0.11)),
    group(shadow(art, rect(200, 160, 624, 704, '#000'), 22, 22, 0.35) + paper + picture, {
      transform: `rotate(${turn} 512 512)`,
    }),
  ].join('');
};

/** Sheets of paper with holes, each deeper than the one above it, and the glyph at the bottom. */
export const papercut: Draw = (art) => {
  const { palette, random, glyph: name } = art;
  const start = random.range(0, Math.PI * 2);
  const drift = random.pick([28, -28, 55, -55]);
  const layers = Array.from({ length: 5 }, (_, depth) => {
    const r = 520 - depth * 74;
    const lobes = random.pick([3, 4, 5]);
    const points = Array.from({ length: 60 }, (__, step) => {
      const angle = (step / 60) * Math.PI * 2;
      const reach = r + Math.cos(angle * lobes + start + depth) * (34 - depth * 4);
      return [512 + Math.cos(angle) * reach, 512 + Math.sin(angle) * reach] as const;
    });
    const hole = polygon(points);
    const fill = palette.tone(0.86 - depth * 0.105, 0.1 + depth * 0.02, drift * (1 - depth / 4));
    return `${shadow(art, path(`M-60-60H1084V1084H-60Z${hole}`, '#000', { fillRule: 'evenodd' }), 16, 18, 0.35)}${path(`M0 0H1024V1024H0Z${hole}`, fill, { fillRule: 'evenodd' })}`;
  });
  return [
    whole(palette.tone(0.3, 0.11, -drift / 2)),
    glyph(name, 512, 512, 270, {
      body: palette.tone(0.95, 0.06, drift),
      detail: palette.tone(0.66, 0.17),
      weight: 2.2,
    }),
    layers.reverse().join(''),
  ].join('');
};
