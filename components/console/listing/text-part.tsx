'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { controlClass } from '@/components/ui/field';
import { languageName } from '@/components/ui/format';
import { areaClass, Field, FormPart } from '../field';
import { languageOptions, languageTag } from '../languages';
import type { ListingState } from './use-listing';

type Texts = { subtitle: string; description: string; promotionalText: string };

const noTexts: Texts = { subtitle: '', description: '', promotionalText: '' };

type Props = {
  state: ListingState;
  /** Which language is shown and edited; null is the listing's own. */
  language: string | null;
  onLanguage: (language: string | null) => void;
};

/** What the app is called and what is said about it, in each language. */
export function TextPart({ state, language, onLanguage }: Props) {
  const { draft, edit, problemsAt, isPending } = state;
  return (
    <FormPart id="text" title="Text" text="What shoppers read. The preview shows it as they see it.">
      <Field
        path="name"
        label="Name"
        counter={{ length: lengthOf(draft.name), most: 50 }}
        problems={problemsAt('name')}
        isPending={isPending('name')}
      >
        {(control) => (
          <input
            {...control}
            value={draft.name}
            dir="auto"
            autoComplete="off"
            onChange={(event) => edit({ name: event.target.value })}
            className={controlClass}
          />
        )}
      </Field>
      <Languages state={state} language={language} onLanguage={onLanguage} />
      {language === null ? (
        <TextFields
          texts={draft}
          prefix=""
          state={state}
          onChange={(change) => edit(change)}
          isSubtitlePending={isPending('subtitle')}
        />
      ) : (
        <TextFields
          key={language}
          texts={draft.translations[language] ?? noTexts}
          prefix={`translations.${language}.`}
          state={state}
          fallback={draft}
          onChange={(change) =>
            edit({
              translations: {
                ...draft.translations,
                [language]: { ...noTexts, ...draft.translations[language], ...change },
              },
            })
          }
          isSubtitlePending={isPending('translations')}
        />
      )}
    </FormPart>
  );
}

const lengthOf = (text: string) => [...text].length;

const tabClass =
  'h-11 rounded-pill px-4 text-15 font-medium text-muted hover:text-ink aria-pressed:bg-sunken aria-pressed:text-ink';

/** Always the same function: React calls another one at every change. */
const focusOnce = (field: HTMLInputElement | null) => field?.focus();

function Languages({ state: { draft, edit, lockedBecause }, language, onLanguage }: Props) {
  const [typed, setTyped] = useState('');
  const [isAdding, setIsAdding] = useState(false);
  const tags = Object.keys(draft.translations);
  const tag = languageTag(typed);
  const isKnown = tag !== null && tags.includes(tag);
  const add = () => {
    if (tag === null || isKnown) return;
    edit({ translations: { ...draft.translations, [tag]: noTexts } });
    onLanguage(tag);
    setTyped('');
    setIsAdding(false);
  };
  return (
    <div id="field-translations" className="grid scroll-mt-24 grid-cols-1 gap-3">
      <fieldset className="-ms-1 flex flex-wrap items-center gap-1" aria-label="Language of the texts">
        <button type="button" className={tabClass} aria-pressed={language === null} onClick={() => onLanguage(null)}>
          Main text
        </button>
        {tags.map((one) => (
          <button
            key={one}
            type="button"
            className={tabClass}
            aria-pressed={language === one}
            onClick={() => onLanguage(one)}
          >
            {languageName(one)}
          </button>
        ))}
        {isAdding || lockedBecause !== null ? null : (
          <Button tone="plain" className="h-11 px-3" onClick={() => setIsAdding(true)}>
            <Plus className="size-4.5" aria-hidden="true" />
            Language
          </Button>
        )}
      </fieldset>
      {isAdding ? (
        <div className="flex flex-wrap items-end gap-2">
          <label className="grid min-w-0 flex-1 basis-48 gap-1.5 text-13 font-medium">
            New language
            <input
              ref={focusOnce}
              value={typed}
              list="new-language"
              placeholder="German, or de"
              autoComplete="off"
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') {
                  event.preventDefault();
                  add();
                } else if (event.key === 'Escape') setIsAdding(false);
              }}
              className={controlClass}
            />
          </label>
          <datalist id="new-language">
            {languageOptions
              .filter(({ value }) => !tags.includes(value))
              .map(({ value, name }) => (
                <option key={value} value={name} />
              ))}
          </datalist>
          <Button tone="soft" disabled={tag === null || isKnown} onClick={add}>
            Add
          </Button>
          <Button tone="plain" onClick={() => setIsAdding(false)}>
            Do not
          </Button>
          <p role="status" className="basis-full text-13 text-muted">
            {isKnown
              ? 'It is there already.'
              : typed !== '' && tag === null
                ? 'A language’s name or tag, such as pt-BR.'
                : ''}
          </p>
        </div>
      ) : null}
      {language === null ? null : (
        <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-13 text-muted">
          What stays empty falls back to the main text.
          <button
            type="button"
            onClick={() => {
              const { [language]: _, ...rest } = draft.translations;
              edit({ translations: rest });
              onLanguage(null);
            }}
            className="inline-flex min-h-11 items-center gap-1.5 rounded-control font-medium text-muted hover:text-negative-text"
          >
            <Trash2 className="size-4" aria-hidden="true" />
            Remove {languageName(language)}
          </button>
        </p>
      )}
    </div>
  );
}

type FieldsProps = {
  texts: Texts;
  prefix: string;
  state: ListingState;
  fallback?: Texts;
  onChange: (change: Partial<Texts>) => void;
  isSubtitlePending: boolean;
};

function TextFields({ texts, prefix, state, fallback, onChange, isSubtitlePending }: FieldsProps) {
  const at = (name: keyof Texts) => ({ path: `${prefix}${name}`, problems: state.problemsAt(`${prefix}${name}`) });
  return (
    <>
      <Field
        {...at('subtitle')}
        label="Subtitle"
        hint="What it does, in a few words."
        counter={{ length: lengthOf(texts.subtitle), most: 80 }}
        isPending={isSubtitlePending}
      >
        {(control) => (
          <input
            {...control}
            value={texts.subtitle}
            placeholder={fallback?.subtitle}
            dir="auto"
            autoComplete="off"
            onChange={(event) => onChange({ subtitle: event.target.value })}
            className={controlClass}
          />
        )}
      </Field>
      <Field
        {...at('promotionalText')}
        label="Promotional text"
        hint={
          state.isFirst
            ? 'A line above the description.'
            : 'A line above the description. Shoppers see a change as soon as it is saved.'
        }
        counter={{ length: lengthOf(texts.promotionalText), most: 170 }}
      >
        {(control) => (
          <textarea
            {...control}
            value={texts.promotionalText}
            placeholder={fallback?.promotionalText}
            rows={2}
            dir="auto"
            onChange={(event) => onChange({ promotionalText: event.target.value.replace(/\n/g, ' ') })}
            className={`${areaClass} min-h-18`}
          />
        )}
      </Field>
      <Field
        {...at('description')}
        label="Description"
        hint={`In Markdown: **bold**, lists, links.${state.isFirst ? '' : ' Shoppers see a change as soon as it is saved.'}`}
        counter={{ length: lengthOf(texts.description), most: 10_000 }}
      >
        {(control) => (
          <textarea
            {...control}
            value={texts.description}
            placeholder={fallback?.description}
            rows={12}
            dir="auto"
            spellCheck
            onChange={(event) => onChange({ description: event.target.value })}
            className={`${areaClass} min-h-64`}
          />
        )}
      </Field>
    </>
  );
}
