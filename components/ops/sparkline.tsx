const [bar, gap, height] = [2, 1, 16];

/** Below this a bar is not as high as can be: one message is no rush. */
const leastFull = 5;

/** A bar for each figure, the latest last. Words beside it say what it shows. */
export function Sparkline({ values }: { values: number[] }) {
  const width = values.length * (bar + gap) - gap;
  const full = Math.max(leastFull, ...values);
  const bars = values.map((value, index) => {
    const tall = Math.round((value / full) * (height - 1));
    return tall === 0 ? '' : `M${index * (bar + gap)} ${height - 1}v${-tall}h${bar}v${tall}z`;
  });
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className="shrink-0 rtl:-scale-x-100"
      aria-hidden="true"
    >
      <path d={`M0 ${height - 0.5}h${width}`} className="stroke-line" />
      <path d={bars.join('')} className="fill-accent" />
    </svg>
  );
}
