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
  const frame = cx('relative block shrink-0 overflow-hidden rounded-icon', className ?? sizes[size]);
  return (
    <span className={frame} style={app.iconUrl ? { backgroundColor: app.color } : undefined} aria-hidden="true">
      {app.iconUrl ? (
        // biome-ignore lint/performance/noImgElement: the store makes its own sizes
        <img
          {...iconSources(app.iconUrl, size)}
          alt=""
          width={size}
          height={size}
          loading={isEager ? 'eager' : 'lazy'}
          decoding="async"
          className="size-full object-cover"
        />
      ) : (
        <Initial name={app.name} size={size} />
      )}
      <span className="absolute inset-0 rounded-[inherit] shadow-[inset_0_0_0_1px_var(--hairline)]" />
    </span>
  );
}

/** In a hue of the name's own, so that a list of apps without icons is not a list of grey squares. */
function Initial({ name, size }: { name: string; size: number }) {
  const [first] = graphemes().segment(name.trim());
  let hue = 0;
  for (const character of name) hue = (hue * 31 + (character.codePointAt(0) ?? 0)) % 360;
  return (
    <span
      className="serif grid size-full place-items-center leading-none"
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
