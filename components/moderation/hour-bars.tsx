import { counted, formatCount } from '@/components/ui/format';
import { PlotTable } from './figure';
import { hourLabels } from './words';

const [barPx, gapPx, heightPx] = [14, 4, 72];

/** Decisions in each of the last 24 hours as small bars, the running hour last, with a table behind them. */
export function HourBars({ values, now }: { values: number[]; now: string }) {
  const labels = hourLabels(values.length, now);
  const most = Math.max(...values, 1);
  const total = values.reduce((sum, value) => sum + value, 0);
  const width = values.length * (barPx + gapPx) - gapPx;
  const best = values.indexOf(most);
  return (
    <figure className="mt-8">
      <figcaption className="mb-3 text-13 text-muted">
        {counted(total, 'decision')} in the last 24 hours
        {best >= 0 && total > 0 ? `; most at ${labels[best]} UTC: ${formatCount(most)}` : ''}
      </figcaption>
      <svg
        viewBox={`0 0 ${width} ${heightPx + 18}`}
        className="h-auto w-full max-w-[36rem] overflow-visible rtl:-scale-x-100"
        aria-hidden="true"
      >
        <path d={`M0 ${heightPx + 0.5}h${width}`} className="stroke-line" />
        {values.map((value, index) => {
          const tall = value === 0 ? 0 : Math.max(2, Math.round((value / most) * heightPx));
          const label = labels[index] ?? '';
          return (
            <g key={label}>
              <rect
                x={index * (barPx + gapPx)}
                y={heightPx - tall}
                width={barPx}
                height={tall}
                rx="2"
                className={index === values.length - 1 ? 'fill-accent/50' : 'fill-accent'}
              />
              {(values.length - 1 - index) % 6 === 0 ? (
                <text
                  x={index * (barPx + gapPx) + barPx / 2}
                  y={heightPx + 15}
                  textAnchor="middle"
                  className="fill-muted text-[11px] numerals rtl:-scale-x-100 rtl:[transform-box:fill-box] rtl:[transform-origin:center]"
                >
                  {label}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
      <PlotTable
        caption="Decisions in each of the last 24 hours"
        columns={['Hour, UTC', 'Decisions']}
        rows={values.map((value, index) => ({
          name: `${labels[index]}${index === values.length - 1 ? ', running' : ''}`,
          counts: [value],
        }))}
      />
    </figure>
  );
}
