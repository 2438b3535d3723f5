import { cx } from '@/components/ui/cx';
import { iconSources } from './image-url';
import { once } from '@/lib/once';

const graphemes = once(() => new Intl.Segmenter('en', { granularity: 'grapheme' }));

const sizes = { 32: 'size-8', 48: 'size-12', 64: 'size-16', 96: 'size-24', 128: 'size-32' };

type Props = {
  app: { name: string; iconUrl: string | null; color: string };
  size: keyof typeof sizes;
  isEager?: boolean;
  className?: string;
};

/** The app's icon with a hairline inside; its initial on its colour where it has none. The name stands beside it. */
export function AppIcon({ app, size, isEager = false, className }: Props) {
  const frame = cx('shrink-0 rounded-icon outline-1 -outline-offset-1 outline-hairline', className ?? sizes[size]);
  if (!app.iconUrl) return <Initial name={app.name} size={size} className={frame} />;
  return (
    // biome-ignore lint/performance/noImgElement: the store makes its own sizes
    <img
      {...iconSources(app.iconUrl, size)}
      alt=""
      width={size}
      height={size}
      loading={isEager ? 'eager' : 'lazy'}
      fetchPriority={isEager ? 'auto' : 'low'}
      decoding="async"
      className={cx(frame, 'object-cover')}
      style={{ backgroundColor: app.color }}
    />
  );
}

/** In a hue of the name's own, so that a list of apps without icons is not a list of grey squares. */
function Initial({ name, size, className }: { name: string; size: number; className: string }) {
  const [first] = graphemes().segment(name.trim());
  let hue = 0;
  for (const character of name) hue = (hue * 31 + (character.codePointAt(0) ?? 0)) % 360;
  return (
    <span
      className={cx('serif grid place-items-center leading-none', className)}
      aria-hidden="true"
      style={{
        fontSize: size * 0.46,
        backgroundColor: `light-dark(oklch(0.9 0.045 ${hue}), oklch(0.33 0.05 ${hue}))`,
        color: `light-dark(oklch(0.4 0.09 ${hue}), oklch(0.87 0.07 ${hue}))`,
      }}
    >
      {first?.segment.toLocaleUpperCase('en') ?? '?'}
    </span>
  );
}
