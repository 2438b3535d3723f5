import { Check, X } from 'lucide-react';
import { cx } from '@/components/ui/cx';
import { type Step, stepsOf, type Way } from './steps';

const said: Record<Step['status'], string> = {
  done: 'done',
  now: 'now',
  problem: 'stopped here',
  todo: 'to come',
};

const dots: Record<Step['status'], string> = {
  done: 'bg-accent text-on-accent',
  now: 'border-2 border-accent bg-accent-soft text-accent-text',
  problem: 'bg-negative text-white',
  todo: 'border border-line-strong bg-paper',
};

/** Where a version is between draft and release: a line across, or downwards on phones. */
export function StepsLine({ way }: { way: Way }) {
  const steps = stepsOf(way);
  return (
    <ol aria-label="From draft to release" className="grid grid-cols-1 md:grid-cols-6">
      {steps.map(({ key, label, note, status }, index) => (
        <li
          key={key}
          aria-current={status === 'now' || status === 'problem' ? 'step' : undefined}
          className="relative flex min-h-12 gap-3 pb-3 md:min-h-0 md:flex-col md:items-center md:gap-2 md:pb-0 md:text-center"
        >
          {index > 0 ? (
            <span
              aria-hidden="true"
              className={cx(
                'absolute bg-line',
                'start-[13px] -top-3 h-3 w-0.5',
                'md:end-[calc(50%+18px)] md:start-[calc(-50%+18px)] md:top-[13px] md:h-0.5 md:w-auto',
                status !== 'todo' && 'bg-accent',
              )}
            />
          ) : null}
          <span
            className={cx('grid size-7 shrink-0 place-items-center rounded-pill text-12 font-semibold', dots[status])}
            aria-hidden="true"
          >
            {status === 'done' ? (
              <Check className="size-4" strokeWidth={2.5} />
            ) : status === 'problem' ? (
              <X className="size-4" strokeWidth={2.5} />
            ) : status === 'now' ? (
              <span className="size-2 rounded-pill bg-accent" />
            ) : null}
          </span>
          <span className="min-w-0 md:px-1">
            <span
              className={cx(
                'block text-13',
                status === 'todo' ? 'text-muted' : 'font-medium',
                (status === 'now' || status === 'problem') && 'font-semibold',
              )}
            >
              {label}
              <span className="sr-only">, {said[status]}</span>
            </span>
            {note ? <span className="block text-12 text-muted">{note}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
