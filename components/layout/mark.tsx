import { cx } from '@/components/ui/cx';

type Props = { logoId: string | null; className?: string };

/** What stands for the store: its logo, else Pomona's mark, a pomegranate with its crown and three seeds. */
export function Mark({ logoId, className }: Props) {
  if (logoId) {
    return (
      // biome-ignore lint/performance/noImgElement: the store makes its own sizes
      <img
        src={`/logo/${logoId}/64.webp`}
        srcSet={`/logo/${logoId}/64.webp 64w, /logo/${logoId}/128.webp 128w, /logo/${logoId}/256.webp 256w`}
        sizes="2rem"
        width={32}
        height={32}
        alt=""
        className={cx('size-8 object-contain', className)}
      />
    );
  }
  return (
    <svg viewBox="0 0 32 32" className={cx('size-8', className)} aria-hidden="true">
      <path
        d="M11.4 9.4 9.6 2.9c-.1-.5.4-.9.9-.6l2.7 2 2.2-2.7c.3-.4.9-.4 1.2 0l2.2 2.7 2.7-2c.5-.3 1 .1.9.6l-1.8 6.5Z"
        className="fill-accent"
      />
      <path
        d="M16 7.6c7.2 0 12 4.6 12 11.1C28 25.3 23 30 16 30S4 25.3 4 18.7C4 12.2 8.8 7.6 16 7.6Z"
        className="fill-negative"
      />
      <g className="fill-paper">
        <ellipse cx="16" cy="16" rx="2" ry="3" />
        <ellipse cx="10.9" cy="20.4" rx="2" ry="3" transform="rotate(-38 10.9 20.4)" />
        <ellipse cx="21.1" cy="20.4" rx="2" ry="3" transform="rotate(38 21.1 20.4)" />
      </g>
    </svg>
  );
}
