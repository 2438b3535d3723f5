'use client';

import { useId, useState } from 'react';
import { SafeMarkdown } from '@/components/ui/markdown';
import type { Settings } from '@/lib/settings-schema';
import { SettingsSection } from './settings-section';
import { useSettingsGroup } from './use-settings-group';

type Name = keyof Settings['legal'];

type Props = { settings: Settings; name: Name; title: string; text: string };

const tabClass =
  'h-11 rounded-pill px-4 text-15 font-medium text-muted hover:text-ink aria-pressed:bg-sunken aria-pressed:text-ink';

/** One legal page as Markdown, with what readers will see. */
export function LegalForm({ settings, name, title, text }: Props) {
  const id = useId();
  const [isPreview, setIsPreview] = useState(false);
  const group = useSettingsGroup<Partial<Settings['legal']>>({
    settings,
    read: ({ legal }) => ({ [name]: legal[name] }),
    toPatch: (changed) => ({ legal: changed }),
  });
  const value = group.draft[name] ?? '';
  const problem = group.problem(`legal.${name}`);
  return (
    <SettingsSection id={name} title={title} text={text} group={group}>
      <div className="grid grid-cols-1 gap-2">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <label htmlFor={id} className="text-13 font-medium">
            Text in Markdown
          </label>
          <fieldset className="flex gap-1" aria-label={`${title}: write or look`}>
            <button type="button" className={tabClass} aria-pressed={!isPreview} onClick={() => setIsPreview(false)}>
              Write
            </button>
            <button type="button" className={tabClass} aria-pressed={isPreview} onClick={() => setIsPreview(true)}>
              Preview
            </button>
          </fieldset>
        </div>
        {/* Hidden, not gone: what was typed can still be undone. */}
        <textarea
          id={id}
          hidden={isPreview}
          value={value}
          onChange={(event) => group.edit({ [name]: event.target.value })}
          rows={14}
          maxLength={100_000}
          spellCheck
          dir="auto"
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          className="min-h-72 w-full rounded-control border border-line-strong bg-surface px-3 py-2.5 font-mono text-13 leading-relaxed aria-invalid:border-negative"
        />
        {isPreview ? (
          <div className="min-h-72 rounded-control border border-line bg-surface px-5 py-4">
            {value.trim() === '' ? (
              <p className="text-muted">Nothing yet: the page does not exist and nothing links to it.</p>
            ) : (
              <SafeMarkdown text={value} />
            )}
          </div>
        ) : null}
        {problem ? (
          <p id={`${id}-problem`} className="text-13 text-negative-text">
            {problem}
          </p>
        ) : null}
      </div>
    </SettingsSection>
  );
}
