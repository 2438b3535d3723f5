import { useId } from 'react';
import { type GuidelineId, guidelines } from '@/lib/moderation/rules';

type Props = {
  value: readonly GuidelineId[];
  onChange: (value: GuidelineId[]) => void;
  problem?: string | null;
};

/** The rules that something breaks: each with what it asks for, and the public page about them. */
export function GuidelineChoice({ value, onChange, problem }: Props) {
  const problemId = useId();
  return (
    <fieldset aria-describedby={problem ? problemId : undefined}>
      <legend className="mb-1.5 text-13 font-medium">
        Which rules does it break?{' '}
        <a href="/guidelines" target="_blank" rel="noopener" className="font-normal text-accent-text underline">
          All of them in full
        </a>
      </legend>
      {problem ? (
        <p id={problemId} className="mb-1.5 text-13 text-negative-text">
          {problem}
        </p>
      ) : null}
      <div className="max-h-72 overflow-y-auto rounded-control border border-line-strong">
        {guidelines.map(({ id, title, text }) => (
          <label
            key={id}
            className="flex min-h-11 items-start gap-3 border-b border-line px-3 py-2 last:border-b-0 hover:bg-sunken has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="checkbox"
              checked={value.includes(id)}
              onChange={(event) =>
                onChange(event.target.checked ? [...value, id] : value.filter((other) => other !== id))
              }
              className="mt-0.5 size-4.5 shrink-0 accent-accent outline-none"
            />
            <span className="min-w-0 text-13">
              <span className="font-medium">
                <span className="numerals">{id}</span> {title}
              </span>
              <span className="block text-muted">{text}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
