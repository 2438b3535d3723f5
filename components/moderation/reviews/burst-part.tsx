import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import { counted, formatCount, formatMoment } from '@/components/ui/format';
import type { ReviewCase } from '@/lib/moderation/reviews/schema';
import { Part } from '../case-pane';
import { PlotTable } from '../figure';
import { type Burst, type BurstLine, burstLine } from './burst';

const [widthPx, heightPx, markPx] = [480, 96, 14];

type Props = { item: Pick<ReviewCase, 'createdAt'>; burst: Burst; children: ReactNode };

const rounded = (value: number) => formatCount(Math.round(value * 10) / 10);

/** The burst of its app that a review belongs to, on a time line; `children` are what can be done about it. */
export function BurstPart({ item, burst, children }: Props) {
  const line = burstLine(burst, item.createdAt);
  const top = line.bars.reduce((best, bar) => (bar.count > best.count ? bar : best), {
    at: burst.startedAt,
    count: 0,
    fiveStars: 0,
  });
  const span = line.hoursEach === 1 ? 'an hour' : `in ${line.hoursEach} hours`;
  return (
    <Part title="The burst it belongs to">
      <figure>
        <figcaption className="mb-3 text-13 text-muted">
          {counted(burst.reviewCount, 'review')} since {formatMoment(burst.startedAt)}
          {burst.endedAt ? `, until ${formatMoment(burst.endedAt)}` : ', and it goes on'}. Usual are{' '}
          {rounded(burst.baseline)} a day. At most {formatCount(top.count)} {span}, at {formatMoment(top.at)},{' '}
          {formatCount(top.fiveStars)} of them with five stars. This one was written at {formatMoment(item.createdAt)}.
        </figcaption>
        <Plot line={line} />
        <Legend hoursEach={line.hoursEach} />
        <Table line={line} />
      </figure>
      {children}
    </Part>
  );
}

/** The same is said in words above it and in the table below. */
function Plot({ line: { bars, most, usual } }: { line: BurstLine }) {
  const each = widthPx / Math.max(1, bars.length);
  const tall = (count: number) => (count === 0 ? 0 : Math.max(2, (count / most) * heightPx));
  const usualY = markPx + heightPx - (usual / most) * heightPx;
  return (
    <svg
      viewBox={`0 0 ${widthPx} ${heightPx + markPx}`}
      className="h-auto w-full max-w-[40rem] rtl:-scale-x-100"
      aria-hidden="true"
    >
      {bars.map(({ at, count, isThis, isBurst }, index) => {
        const x = index * each;
        const height = tall(count);
        return (
          <g key={at}>
            <rect
              x={x + each * 0.1}
              y={markPx + heightPx - height}
              width={each * 0.8}
              height={height}
              rx={Math.min(2, each * 0.2)}
              className={isThis ? 'fill-negative' : isBurst ? 'fill-amber' : 'fill-muted'}
            />
            {isThis ? (
              <path
                d={`M${x + each / 2} ${Math.max(10, markPx + heightPx - height - 2)}l-5-8h10z`}
                className="fill-negative"
              />
            ) : null}
          </g>
        );
      })}
      <path d={`M0 ${markPx + heightPx - 0.5}h${widthPx}`} className="stroke-line-strong" />
      <path d={`M0 ${usualY}h${widthPx}`} className="stroke-ink" strokeDasharray="5 4" />
    </svg>
  );
}

function Legend({ hoursEach }: { hoursEach: number }) {
  const signs = [
    { className: 'bg-muted', text: 'before and after' },
    { className: 'bg-amber', text: 'in the burst' },
    { className: 'bg-negative', text: 'with this review, marked ▼' },
  ];
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-12 text-muted" aria-hidden="true">
      <li>{hoursEach === 1 ? 'A bar an hour' : `A bar for ${hoursEach} hours`}</li>
      {signs.map(({ className, text }) => (
        <li key={text} className="flex items-center gap-1.5">
          <span className={cx('size-2.5 rounded-[2px]', className)} />
          {text}
        </li>
      ))}
      <li className="flex items-center gap-1.5">
        <span className="w-4 border-t border-dashed border-ink" />
        usual
      </li>
    </ul>
  );
}

function Table({ line: { bars, hoursEach } }: { line: BurstLine }) {
  const busy = bars.filter(({ count, isThis }) => count > 0 || isThis);
  return (
    <PlotTable
      caption="Reviews of the app, without the hours that had none"
      columns={[hoursEach === 1 ? 'Hour from' : `${hoursEach} hours from`, 'Reviews', 'Five stars']}
      rows={busy.map(({ at, count, fiveStars, isThis }) => ({
        name: `${formatMoment(at)}${isThis ? ', with this one' : ''}`,
        counts: [count, fiveStars],
      }))}
    />
  );
}
