import { cx } from '@/components/ui/cx';
import type { Picture } from './values';

type Props = {
  pictures: Picture[];
  kind: 'icon' | 'screenshot';
  /** What they are compared with. */
  others?: Picture[];
  /** What to call those that the others lack. */
  mark?: 'new' | 'gone';
};

const widths = { icon: { small: 256, large: 512 }, screenshot: { small: 640, large: 1600 } };

/** Pictures side by side, each with what it shows in words; they open in full size in a tab of their own. */
export function Pictures({ pictures, kind, others, mark }: Props) {
  if (pictures.length === 0) return <p className="text-13 text-muted">None</p>;
  const { small, large } = widths[kind];
  return (
    <ul className="flex gap-2.5 overflow-x-auto pb-2">
      {pictures.map((picture, index) => {
        const isMarked = mark !== undefined && !others?.some(({ id }) => id === picture.id);
        const what = picture.altText || `Picture ${index + 1}, without a description`;
        return (
          <li key={picture.id} className="w-fit shrink-0">
            <a
              href={`/media/${picture.id}/${large}.webp`}
              target="_blank"
              rel="noopener"
              className={cx(
                'block overflow-hidden rounded-control border-2',
                isMarked ? (mark === 'new' ? 'border-accent' : 'border-negative') : 'border-line',
              )}
            >
              {/* biome-ignore lint/performance/noImgElement: the store makes its own sizes */}
              <img
                src={`/media/${picture.id}/${small}.webp`}
                alt={what}
                loading="lazy"
                decoding="async"
                className={cx('w-auto min-w-16 bg-sunken object-contain text-12', kind === 'icon' ? 'h-24' : 'h-44')}
              />
            </a>
            <p dir="auto" className="mt-1 max-w-40 truncate text-12 text-muted" title={picture.altText || undefined}>
              {isMarked ? <span className="font-medium text-ink">{mark}: </span> : null}
              {picture.altText || 'no description'}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
