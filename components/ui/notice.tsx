import { CircleAlert, CircleCheck, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';

const tones = {
  info: { className: 'bg-sunken text-ink', Icon: Info },
  good: { className: 'bg-accent-soft text-accent-text', Icon: CircleCheck },
  warning: { className: 'bg-amber-soft text-amber-text', Icon: CircleAlert },
  bad: { className: 'bg-negative-soft text-negative-text', Icon: CircleAlert },
};

type Props = { tone: keyof typeof tones; title?: string; children?: ReactNode; className?: string };

/** A message beside what caused it; spoken when it appears. */
export function Notice({ tone, title, children, className }: Props) {
  const { className: colours, Icon } = tones[tone];
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={cx('flex gap-3 rounded-control px-3.5 py-3 text-13', colours, className)}
    >
      <Icon className="mt-px size-4.5 shrink-0" aria-hidden="true" />
      <div className="min-w-0">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
