/** Numbers as SVG wants them: two decimals, no exponent, never NaN. */
export function n(value: number): string {
  const rounded = Math.round((Number.isFinite(value) ? value : 0) * 100) / 100;
  return String(Object.is(rounded, -0) ? 0 : rounded);
}

/** Escapes for XML and drops what XML 1.0 forbids (control characters, lone surrogates). */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

export type Stop = readonly [offset: number, colour: string, opacity?: number];

const stopTags = (stops: readonly Stop[]) =>
  stops
    .map(
      ([offset, colour, opacity]) =>
        `<stop offset="${n(offset)}" stop-color="${colour}"${opacity === undefined ? '' : ` stop-opacity="${n(opacity)}"`}/>`,
    )
    .join('');

// 40 x 40 white noise, grey with alpha, drawn at twice its size: cheaper for the renderer than a turbulence filter.
const grainTile =
  'iVBORw0KGgoAAAANSUhEUgAAACgAAAAoAgMAAADxkFD+AAAADFBMVEX///8AAAD///8AAAAIKWj8AAAABHRSTlMyMpaW8Cl8owAAAAlwSFlzAAAD6AAAA+gBtXtSawAAAcNJREFUGNMBuAFH/gDwtCyxZoVT51LlAIA6RCdCYxa9g2kAgiawy2HZjI5yswBylrBaFVnBvAUTAHPu0/vRDzdkUMsA2kfCVshRiAmzsACyvFAFsxf5ani/AERldXrU67TGSLcAJnRsqJWgQsMRewAju4x5+5i02xY4AD0XI5m5PBknD0UApJcqAFD7HCo/lQCbk1kTeCZ8Zn4vAEoqnIJsqppLskMAjSY8qhvEyy6RNAC6UIW8EmAR8NBwABhvJn5UU2owYLUAWiMOyK3QptcMzABkBz29GEajRXrDAMFpZwVCJsLmEIYApjFKDNjVc3f6cgB0vqN92dxK4MrFAEkvKH63VEk1OQgAqf8FFHrq3PN5rwDNafcW0zVstseTAEbndfr4cyEFb+EAMdH/iVpIs8dQWQDzPXzblttVS7LRANkUlGjHyTpmcNMAvAIQshEyT476vAAvoN2mNBxvUob7ALAVNSwXALQYwBAABHCanUP5Hun+vwAd+w3IzF+T1Bp1AIDCyk082jD+LPIAgJbk5XGwls45EABj0onNOnavQfegAG7O8WYiwBW+C4gAswX9YhE6TrLAfADxsCd05uE1nD4GoKbDECJxpEIAAAAASUVORK5CYII=';

/** Collects the definitions of one drawing and numbers them in order of use. */
export type Canvas = ReturnType<typeof createCanvas>;

export function createCanvas(width: number, height: number) {
  const definitions: string[] = [];
  const define = (tag: (id: string) => string) => {
    const id = `d${definitions.length}`;
    definitions.push(tag(id));
    return `url(#${id})`;
  };
  return {
    width,
    height,
    define,
    /** Linear gradient over the box of what it fills; the angle is clockwise from "left to right". */
    linear: (stops: readonly Stop[], angle = 90) => {
      const x = Math.cos((angle * Math.PI) / 180) / 2;
      const y = Math.sin((angle * Math.PI) / 180) / 2;
      return define(
        (id) =>
          `<linearGradient id="${id}" x1="${n(0.5 - x)}" y1="${n(0.5 - y)}" x2="${n(0.5 + x)}" y2="${n(0.5 + y)}">${stopTags(stops)}</linearGradient>`,
      );
    },
    radial: (stops: readonly Stop[], x = 0.5, y = 0.5, r = 0.5) =>
      define((id) => `<radialGradient id="${id}" cx="${n(x)}" cy="${n(y)}" r="${n(r)}">${stopTags(stops)}</radialGradient>`),
    clip: (shape: string) => define((id) => `<clipPath id="${id}">${shape}</clipPath>`),
    mask: (shape: string) => define((id) => `<mask id="${id}">${shape}</mask>`),
    blur: (deviation: number) =>
      define(
        (id) =>
          `<filter id="${id}" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="${n(deviation)}"/></filter>`,
      ),
    /** Film grain over the whole drawing. */
    grain: (opacity: number) => {
      const fill = define(
        (id) =>
          `<pattern id="${id}" width="160" height="160" patternUnits="userSpaceOnUse"><image width="160" height="160" href="data:image/png;base64,${grainTile}"/></pattern>`,
      );
      return `<rect width="${width}" height="${height}" fill="${fill}" opacity="${n(opacity)}"/>`;
    },
    svg: (body: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${definitions.join('')}</defs>${body}</svg>`,
  };
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

const attributeText = (attributes: Attributes) =>
  Object.entries(attributes)
    .map(([key, value]) =>
      value === undefined ? '' : ` ${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}="${typeof value === 'number' ? n(value) : value}"`,
    )
    .join('');

export const rect = (x: number, y: number, width: number, height: number, fill: string, more: Attributes = {}) =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(Math.max(0, width))}" height="${n(Math.max(0, height))}" fill="${fill}"${attributeText(more)}/>`;

export const circle = (x: number, y: number, r: number, fill: string, more: Attributes = {}) =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(Math.max(0, r))}" fill="${fill}"${attributeText(more)}/>`;

export const path = (d: string, fill: string, more: Attributes = {}) => `<path d="${d}" fill="${fill}"${attributeText(more)}/>`;

export const line = (d: string, stroke: string, width: number, more: Attributes = {}) =>
  `<path d="${d}" fill="none"${attributeText({ stroke, strokeWidth: width, strokeLinecap: 'round', strokeLinejoin: 'round', ...more })}/>`;

export const group = (body: string, more: Attributes) => `<g${attributeText(more)}>${body}</g>`;

export const polygon = (points: readonly (readonly [number, number])[]) =>
  `${points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join('')}Z`;

/** A smooth open curve through the points (Catmull-Rom as cubic Béziers). */
export function curve(points: readonly (readonly [number, number])[], start: 'M' | 'L' = 'M'): string {
  return points
    .map(([x, y], index) => {
      const before = points[index - 1];
      if (!before) return `${start}${n(x)} ${n(y)}`;
      const twoBefore = points[index - 2] ?? before;
      const after = points[index + 1] ?? [x, y];
      return `C${n(before[0] + (x - twoBefore[0]) / 6)} ${n(before[1] + (y - twoBefore[1]) / 6)} ${n(x - (after[0] - before[0]) / 6)} ${n(y - (after[1] - before[1]) / 6)} ${n(x)} ${n(y)}`;
    })
    .join('');
}

export function regularPolygon(x: number, y: number, r: number, sides: number, turn = -90): string {
  return polygon(
    Array.from({ length: sides }, (_, index) => {
      const angle = ((turn + (360 / sides) * index) * Math.PI) / 180;
      return [x + r * Math.cos(angle), y + r * Math.sin(angle)] as const;
    }),
  );
}

/** Part of a ring's centre line, angles clockwise from the top in degrees. */
export function arc(x: number, y: number, r: number, from: number, to: number): string {
  const point = (angle: number) => {
    const radians = ((angle - 90) * Math.PI) / 180;
    return `${n(x + r * Math.cos(radians))} ${n(y + r * Math.sin(radians))}`;
  };
  return `M${point(from)}A${n(r)} ${n(r)} 0 ${to - from > 180 ? 1 : 0} 1 ${point(to)}`;
}
