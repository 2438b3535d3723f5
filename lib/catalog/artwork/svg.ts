/** Numbers as SVG wants them: two decimals, no exponent, never NaN. */
export function n(value: number): string {
  const rounded = Math.round((Number.isFinite(value) ? value : 0) * 100) / 100;
  return String(Object.is(rounded, -0) ? 0 : rounded);
}

export type Stop = readonly [offset: number, colour: string, opacity?: number];

const stopTags = (stops: readonly Stop[]) =>
  stops
    .map(
      ([offset, colour, opacity]) =>
        `<stop offset="${n(offset)}" stop-color="${colour}"${opacity === undefined ? '' : ` stop-opacity="${n(opacity)}"`}/>`,
    )
    .join('');

// 96 x 96 white noise, grey with alpha: cheaper for the renderer than a turbulence filter.
const grainTile =
  'iVBORw0KGgoAAAANSUhEUgAAAGAAAABgAgMAAACf9p+rAAAADFBMVEX///8AAAD///8AAAAIKWj8AAAABHRSTlMyMpaW8Cl8owAAAAlwSFlzAAAD6AAAA+gBtXtSawAACWtJREFUSMcBYAmf9gDwtCyxZoVT51LlgDpEJ0JjFr2DaYImsMsAYdmMjnKzcpawWhVZwbwFE3Pu0/vRDzdkAFDL2kfCVshRiAmzsLK8UAWzF/lqeL9EZQB1etTrtMZItyZ0bKiVoELDEXsju4x5+5gAtNsWOD0XI5m5PBknD0WklyoAUPscKj+VAJuTWRN4Jnxmfi9KKpyCbKqaS7JDjSY8qgAbxMsukTS6UIW8EmAR8NBwGG8mflRTajAAYLVaIw7IrdCm1wzMZAc9vRhGo0V6w8FpAGcFQibC5hCGpjFKDNjVc3f6cnS+o33Z3ABK4MrFSS8ofrdUSTU5CKn/BRR66tzzea8AzWn3FtM1bLbHk0bndfr4cyEFb+Ex0f+JAFpIs8dQWfM9fNuW21VLstHZFJRox8k6ZgBw07wCELIRMk+O+rwvoN2mNBxvUob7sBUANSwXALQYwBAEcJqdQ/ke6f6/HfsNyMxfAJPUGnWAwspNPNow/izygJbk5XGwls45EABj0onNOnavQfegbs7xZiLAFb4LiLMF/WIAETpOssB88bAndObhNZw+BiJDlKpVS0flAGJ5lYt+AOeQsGhHuFzZROexd8GY3OuvfwAWNocc3RzDf2Mk7+ybZ+ae3s2WPs1830gA+9S9Y55HlgBhY/xQRdGuDkohiKCq1mK6ADkQ+FO3G1+Ir3ayjEM6VA8TzoPYaeE6JQC1D4rL6tRtREKOF2R247jN0Kgk3z7YRJEAvf0xtM/imgTZ8MAWUqMU7i1At3JI4KMOAOvHGlflPxTE0JkyoYRy3OLs22A8pWDmbAA+Ul1ufsCM7oNrShJ84XUmu0O5kJrQlOAAkMGB3KLmroVf0NER2uep8RbNlshVxuzjAJD8HPjbFsoFnH/QYzFAlenNorLXSDGFxwBG/gxmfD3Y1kn1E1CG48RLx6BH4753934Awef+Hzu1ozYachOGabum44v8+sgDzu+FAAYAxXxJT/gxYzi8AyOxCstLMWY2iD+rsgDCvwDsLhwIPbLWrXGalt9O4FG7pOh/WcwAijXhNS8ZCyxrzCh7++9beQrVyNOvtBG3ABD4Tk+NQjFbisOGM2t+zIGMBXLxP6bzKgBjIbY6h5/bE6sH4H7GanxB44GN2WFX8nwAglf79n/cgBZferL7wuBzEZM5yb6sDiUtAGQko6AwLIWadvQwNDzAPE9xxgvsOYGKuwB+jrWaIPJzWNRofYKTFNZHEQLINwXoXJQAvTTY5mT+1WT2ZZTI+ElcIdmqTVA+SaYWAIxXxOhdBzrirR5C1ouyIn/fLTD5/zcgBgCsuA3TMEKZeI0UhWTFqrNnIsfNl+kmWFUAniVnPPDf4sAwhGMKec3Og2q6kcvAu0vuAGyPR6ZfyXrfKPsCo7FgNGb44p1SBkkZrQDRyaRSXnIUUuRz1iELtXiX1KqpEKculdIAOP3uovWY5r0wjw10q89zx4QT3xlYFCM0AI4V0Mn8hGa2HYqftEooBnsfwbTxTY9oxADmV1Qx0bgcBKt9Y06PN3DoyoKfNvbC2LAAXwxLLlSqEdDyWxeooaIF/sA3GEpk1/hmAN1TFKJ6F8usd7CBpiXrpGwlKFtA4ONIWQDQVSbgFgs9UZ07yo7RYMHKJFBzyxvcYX4A0SMsmU4TIcju5GyZNCMeK5U1bi99NaO5AN7CucBIlpuwXWf7nT2SBiqi/E8R1f73ZAAgyOP5p5COnV0jndHExndt9yHv+27dR4QAgihM3yAC1GmQ6UxrdbM9AN6k4syZhR/fAPbR2jpHBsKGvbAUPBTCwNlmfnIsyhsyIwA9WBac8BgMzDIADGnIHC4bKBpwzt5GduYAHkdNkOuejyd2IO6DMFloCr+MC7p6T8X4AJRG2CmCdY/kEuSzoMXrBaH/bRms9E18WwCNp/8+OlecCpf5d37DQ2N4LSRepFsXy6gAQ3WRvK1k9D/IyvGdiKcis6teGvgqO68PAAvr97SmDqFo2z/w1YFrYMJbukEPO7QBTQCkR6T3SizExtO5AKPmDSGIMbfwNpB9GWAAy1mv+1P9b2nZKctJKxzEoId7c8evNu2YALIZp0JvT3S64SlJ3up8jZOizdaeWJmd0wDwJhM0lcEAvdXSjF2ckfDqsSD5M99ZUcEA+WaoAuco83jMQ5TuOHMmCjIoDT5FAJiCAAuGRudS0nOqWf8HOjbU8tPbaGo9ojZG0ABER1H8WdmsXFndi8BHwq15cQQC8kwMcuUAX0qvFPrAYC4uhpR/M9c15sBby4foAIjfAGjZQpDrCb2oLdU0nUJe28dx/esTDvCc8wBZBe8pHRdtzR6q4vZOcyWyfzzNBID59j0A8RufCtRr3VyI7EX+9LDjKVVRA5zBiJ0sAK8UMl4TW0rDyS49mrty+Ytpsg8MytPQ8QCsINxs3LiQIYExQpX9sJEcvk9OqlDJUIkAdIept91pe9+O+8PlVvWnUYAoYyDfdExhAP3gO2p8cevfHw2h9r7WNkm2rYsZyEzKuACLS3+gfTPszId05CwdgE+8q9swKEhoPeIAhiEIOJO7qZrgoU6TzWUSWGjapXcW04qiAE/Q6LcbtZXyyON2VE8KZjefavLyIDGDfAB1qieW0kMAAW5aWUSkwBOMp9DKs8LjN3oAzGOa3tULr+I0NRvyMeVIOOs/DLg3d///AK8D2dGaTnpJyu5RskzuiAOR2mzm3WHeQgAbDbQqRctBhZZkYuZx3aOO1xzZ0Jq0148ACUDqusASqCPk2PFwgWTD846PG/6tdXouAKcKkPoQZbxCHBgEHVXbLxOMdpg/mxRkRwAuxJKMPA91KMChOZx5701DQc2S/MWfnMsAuy1f5aitgJ86mPxqn4gXNAtQ4GB5r6AJAJYrTwcIErtj8jdnnBCIgjvMkb3VFiLiIAAjMzOUeSUkKny2puTXaBtwwQPmh6NmjDIAWYsACs71R3hIZR3g4fsV34FyWTt6DRFfAMxdrE5Dxt2zgNCbf3Ywjm38mk99LKO74wCxRkzswUNAzrTtfV5q2vMaHie007NG1HAAvVgdJKjIlhTC7SqV69rELgX8MjKcsklAAO2IpK5bNeEkO85xP9H4jfLCwtgiqu5S+gC5xk0VLgZu4PZLg5wDq7WxuSnzrjbTPaYAq0olMOkjJxYRhdfIhUfcl0Q/IKbb1+ilAJIlMtDVIdWrKUHHL37k78289rXZj60UcE7OkQ/yab0AAAAAAElFTkSuQmCC';

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
      define(
        (id) => `<radialGradient id="${id}" cx="${n(x)}" cy="${n(y)}" r="${n(r)}">${stopTags(stops)}</radialGradient>`,
      ),
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
          `<pattern id="${id}" width="256" height="256" patternUnits="userSpaceOnUse"><image width="256" height="256" href="data:image/png;base64,${grainTile}"/></pattern>`,
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
      value === undefined
        ? ''
        : ` ${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}="${typeof value === 'number' ? n(value) : value}"`,
    )
    .join('');

export const rect = (x: number, y: number, width: number, height: number, fill: string, more: Attributes = {}) =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(Math.max(0, width))}" height="${n(Math.max(0, height))}" fill="${fill}"${attributeText(more)}/>`;

export const circle = (x: number, y: number, r: number, fill: string, more: Attributes = {}) =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(Math.max(0, r))}" fill="${fill}"${attributeText(more)}/>`;

export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string, more: Attributes = {}) =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}"${attributeText(more)}/>`;

export const path = (d: string, fill: string, more: Attributes = {}) =>
  `<path d="${d}" fill="${fill}"${attributeText(more)}/>`;

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

/** A disc with a wavy edge. */
export function scallops(x: number, y: number, r: number, depth: number, count: number): string {
  const steps = count * 12;
  return polygon(
    Array.from({ length: steps }, (_, index) => {
      const angle = (index / steps) * Math.PI * 2;
      const reach = r + depth * Math.cos(angle * count);
      return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)] as const;
    }),
  );
}
