import { cx } from '@/components/ui/cx';
import { iconSources } from './image-url';

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
    <span className={frame} style={{ backgroundColor: app.color }} aria-hidden="true">
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
        <span
          className="grid size-full place-items-center bg-sunken font-semibold text-muted"
          style={{ fontSize: size * 0.42 }}
        >
          {initialOf(app.name)}
        </span>
      )}
      <span className="absolute inset-0 rounded-[inherit] shadow-[inset_0_0_0_1px_var(--hairline)]" />
    </span>
  );
}

function initialOf(name: string): string {
  const [first = '?'] = Array.from(name.trim());
  return first.toLocaleUpperCase('en');
}
