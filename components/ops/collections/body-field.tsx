'use client';

import { useId, useState } from 'react';
import { SafeMarkdown } from '@/components/ui/markdown';

const tabClass =
  'h-11 rounded-pill px-4 text-15 font-medium text-muted hover:text-ink aria-pressed:bg-sunken aria-pressed:text-ink';

type Props = { value: string; onChange: (value: string) => void; problem: string | null };

/** The text of a story in Markdown, and how it reads. */
export function BodyField({ value, onChange, problem }: Props) {
  const id = useId();
  const [isPreview, setIsPreview] = useState(false);
  return (
    <div className="grid grid-cols-1 gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <label htmlFor={id} className="text-13 font-medium">
          Text in Markdown
        </label>
        <fieldset className="flex gap-1" aria-label="Text: write or look">
          <button type="button" className={tabClass} aria-pressed={!isPreview} onClick={() => setIsPreview(false)}>
            Write
          </button>
          <button type="button" className={tabClass} aria-pressed={isPreview} onClick={() => setIsPreview(true)}>
            Preview
          </button>
        </fieldset>
      </div>
      {isPreview ? (
        <div className="min-h-64 rounded-control border border-line bg-surface px-5 py-4 text-17 leading-relaxed">
          {value.trim() === '' ? <p className="text-muted">No text yet.</p> : <SafeMarkdown text={value} />}
        </div>
      ) : (
        <textarea
          id={id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          rows={12}
          maxLength={20_000}
          spellCheck
          dir="auto"
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          className="min-h-64 w-full rounded-control border border-line-strong bg-surface px-3 py-2.5 text-15 leading-relaxed aria-invalid:border-negative"
        />
      )}
      {problem ? (
        <p id={`${id}-problem`} className="text-13 text-negative-text">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
