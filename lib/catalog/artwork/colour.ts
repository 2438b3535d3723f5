const channel = (value: number) => {
  const gamma = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
  return Math.round(Math.min(1, Math.max(0, gamma)) * 255)
    .toString(16)
    .padStart(2, '0');
};

function linearRgb(l: number, c: number, h: number): [number, number, number] {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

/** OKLCH (l 0..1, c 0..0.4, h in degrees) as sRGB hex; chroma gives way until the colour fits. */
export function oklch(l: number, c: number, h: number): string {
  const lightness = Math.min(1, Math.max(0, l));
  let chroma = Math.max(0, c);
  for (let step = 0; step < 24; step += 1) {
    const rgb = linearRgb(lightness, chroma, h);
    if (rgb.every((value) => value >= -0.002 && value <= 1.002)) break;
    chroma *= 0.93;
  }
  const [red, green, blue] = linearRgb(lightness, chroma, h);
  return `#${channel(red)}${channel(green)}${channel(blue)}`;
}
