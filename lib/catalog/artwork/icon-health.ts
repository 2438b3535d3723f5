import { type Draw, ground } from './icon-art';
import { arc, circle, group, line, path, rect } from './svg';

/** Rings that close as the day goes. */
export const rings: Draw = (art) => {
  const { palette, random } = art;
  const back =
    palette.ground === 'light'
      ? rectAll(palette.tone(0.2, 0.02))
      : palette.ground === 'vivid' || palette.ground === 'pastel'
        ? ground(art)
        : rectAll(palette.tone(0.16, 0.02));
  const white = palette.ground === 'vivid' || palette.ground === 'pastel';
  const inks = white
    ? [palette.ink, palette.accentDeep, palette.ground === 'vivid' ? palette.tint : palette.figure]
    : [palette.figure, palette.accent, palette.tone(0.8, 0.16, 150)];
  const count = random.pick([1, 2, 3, 3]);
  return [
    back,
    inks
      .slice(0, count)
      .map((ink, index) => {
        const r = 350 - index * 108;
        const width = count === 1 ? 120 : 86;
        return `<circle cx="512" cy="512" r="${r}" fill="none" stroke="${ink}" stroke-width="${width}" opacity=".22"/>${line(arc(512, 512, r, 0, random.int(200, 330)), ink, width)}`;
      })
      .join(''),
  ].join('');
};

const rectAll = (fill: string) => rect(0, 0, 1024, 1024, fill);

/** A heartbeat. */
export const pulse: Draw = (art) => {
  const { palette, random } = art;
  const figure = palette.ground === 'light' ? palette.figure : palette.ink;
  const heart =
    'M512 860C200 640 120 480 150 350C180 210 400 150 512 330C624 150 844 210 874 350C904 480 824 640 512 860Z';
  const beat = 'M90 560H330L400 430L500 690L580 490L620 560H934';
  return random.chance(0.5)
    ? [
        ground(art),
        path(heart, figure),
        line(
          beat,
          palette.ground === 'light' ? '#ffffff' : palette.ground === 'vivid' ? palette.detail : palette.accentDeep,
          46,
        ),
      ].join('')
    : [
        ground(art),
        line('M60 540H300L390 260L520 800L630 420L690 540H964', figure, 62),
        circle(964 - 120, 540, 66, palette.accent),
      ].join('');
};

/** A medical cross, whole or built of four parts. */
export const cross: Draw = (art) => {
  const { palette, random } = art;
  const figure = palette.ground === 'light' ? palette.figure : palette.ink;
  const kind = random.int(0, 2);
  if (kind === 0)
    return [
      ground(art),
      path('M412 180H612V412H844V612H612V844H412V612H180V412H412Z', figure, {
        stroke: figure,
        strokeWidth: 60,
        strokeLinejoin: 'round',
      }),
      path(
        'M512 640C430 580 410 530 422 490C434 450 490 440 512 486C534 440 590 450 602 490C614 530 594 580 512 640Z',
        palette.ground === 'light' ? '#ffffff' : palette.accent,
      ),
    ].join('');
  if (kind === 1)
    return [
      ground(art),
      [0, 90, 180, 270]
        .map((angle, index) =>
          rect(432, 150, 160, 330, index % 2 ? palette.accent : figure, {
            rx: 80,
            transform: `rotate(${angle} 512 512)`,
          }),
        )
        .join(''),
    ].join('');
  return [
    ground(art),
    [0, 90, 180, 270]
      .map((angle, index) =>
        path(
          'M512 512C400 470 380 330 400 160H624C644 330 624 470 512 512Z',
          [figure, palette.accent, palette.tint, palette.accentDeep][index] ?? figure,
          { transform: `rotate(${angle} 512 512)`, opacity: 0.92 },
        ),
      )
      .join(''),
  ].join('');
};

/** A capsule. */
export const capsule: Draw = (art) => {
  const { palette, random, canvas } = art;
  const first = palette.ground === 'light' ? palette.figure : palette.accent;
  const pill = `<g clip-path="${canvas.clip(rect(172, 362, 680, 300, '#fff', { rx: 150 }))}">${rect(172, 362, 340, 300, first)}${rect(512, 362, 340, 300, palette.ground === 'light' ? palette.shade : '#ffffff')}${rect(172, 410, 680, 50, '#ffffff', { opacity: 0.35, rx: 25 })}</g>`;
  const small = random.chance(0.5)
    ? circle(760, 270, 100, palette.tint) + line('M700 270H820', palette.accentDeep, 20)
    : '';
  return [ground(art), small, group(pill, { transform: `rotate(${random.pick([-45, -38, 45, -20])} 512 512)` })].join(
    '',
  );
};
