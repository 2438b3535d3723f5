import { CircleAlert, CircleDashed, TriangleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Chip } from '@/components/ops/chip';
import { cx } from '@/components/ui/cx';
import { controlClass } from '@/components/ui/field';
import type { Problem } from '@/lib/publishing/schema';
import { fieldAnchor } from './problem-links';

export const areaClass = cx(controlClass, 'h-auto min-h-24 resize-y py-2.5 leading-relaxed');

export type Control = { id: string; 'aria-invalid': true | undefined; 'aria-describedby': string | undefined };

type Props = {
  /** Its path in what is saved; links to what is wrong lead to it. */
  path: string;
  label: string;
  hint?: ReactNode;
  problems?: readonly Problem[];
  /** How much is in it of what fits. */
  counter?: { length: number; most: number };
  isPending?: boolean;
  children: (control: Control) => ReactNode;
};

/** Told apart: what is not there yet, what is wrong, and what could be better. */
const isMissing = ({ code }: Problem) => code === 'missing';
const isWrong = (problem: Problem) => problem.severity === 'error' && !isMissing(problem);

/** A labelled control of a long form, with what is left to do about it. */
export function Field({ path, label, hint, problems = [], counter, isPending = false, children }: Props) {
  const id = useId();
  const describedBy = [hint ? `${id}-hint` : '', problems.length > 0 ? `${id}-problems` : ''].filter(Boolean).join(' ');
  return (
    <div id={path.includes('.') ? undefined : fieldAnchor(path)} className="grid scroll-mt-24 grid-cols-1 gap-1.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <label htmlFor={id} className="text-13 font-medium">
          {label}
        </label>
        {isPending ? <PendingMark /> : null}
        {counter ? <Counter {...counter} /> : null}
      </div>
      {children({
        id,
        'aria-invalid': problems.some(isWrong) || undefined,
        'aria-describedby': describedBy || undefined,
      })}
      {hint ? (
        <div id={`${id}-hint`} className="text-13 text-muted">
          {hint}
        </div>
      ) : null}
      <Problems id={`${id}-problems`} problems={problems} />
    </div>
  );
}

/** Says that shoppers see it with the next release and not before. */
export const PendingMark = () => <Chip tone="warning">Waits for the next release</Chip>;

function Counter({ length, most }: { length: number; most: number }) {
  const isOver = length > most;
  return (
    <span className={cx('ms-auto text-12 numerals', isOver ? 'font-semibold text-negative-text' : 'text-muted')}>
      <span className="sr-only">{isOver ? 'Too long: ' : 'Length: '}</span>
      {length.toLocaleString('en')} / {most.toLocaleString('en')}
    </span>
  );
}

export function Problems({ id, problems }: { id?: string; problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul id={id} className="grid grid-cols-1 gap-1 text-13">
      {problems.map((problem) => {
        const Icon = isWrong(problem) ? CircleAlert : isMissing(problem) ? CircleDashed : TriangleAlert;
        return (
          <li
            key={`${problem.path} ${problem.code}`}
            className={cx('flex items-start gap-1.5', isWrong(problem) ? 'text-negative-text' : 'text-amber-text')}
          >
            <Icon className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
            <span className="min-w-0 break-words">{problem.message}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** A part of a long form. */
export function FormPart({
  id,
  title,
  text,
  children,
}: {
  id: string;
  title: string;
  text?: string;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={`part-${id}`} className="grid grid-cols-1 gap-5">
      <div>
        <h2 id={`part-${id}`} className="text-20 font-semibold">
          {title}
        </h2>
        {text ? <p className="mt-1 max-w-[60ch] text-13 text-muted">{text}</p> : null}
      </div>
      {children}
    </section>
  );
}
