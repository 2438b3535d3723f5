'use client';

import { controlClass } from '@/components/ui/field';
import type { Category } from '@/lib/catalog/schema';
import { ChipsField } from '../chips-field';
import { Field, FormPart } from '../field';
import type { ListingState } from './use-listing';

type Props = { state: ListingState; categories: Pick<Category, 'slug' | 'name' | 'subcategories'>[] };

/** Where shoppers find it: category, keywords and the pages around it. */
export function ShelfPart({ state, categories }: Props) {
  const { draft, edit, problemsAt, isPending } = state;
  const subcategories = categories.find(({ slug }) => slug === draft.category)?.subcategories ?? [];
  const keywordProblems = problemsAt('keywords');
  const wrong = new Set(
    keywordProblems
      .filter(({ severity }) => severity === 'error')
      .map(({ path }) => Number(path.split('.')[1]))
      .filter(Number.isInteger),
  );
  return (
    <FormPart id="shelf" title="Where it is found">
      <div className="grid grid-cols-1 items-start gap-5 sm:grid-cols-2">
        <Field path="category" label="Category" problems={problemsAt('category')} isPending={isPending('category')}>
          {(control) => (
            <select
              {...control}
              value={draft.category}
              onChange={(event) => edit({ category: event.target.value, subcategory: null })}
              className={`${controlClass} select-arrow w-full pe-9`}
            >
              {draft.category === '' || !categories.some(({ slug }) => slug === draft.category) ? (
                <option value={draft.category} disabled>
                  Choose one
                </option>
              ) : null}
              {categories.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          path="subcategory"
          label="Subcategory"
          problems={problemsAt('subcategory')}
          isPending={isPending('subcategory')}
        >
          {(control) => (
            <select
              {...control}
              value={draft.subcategory ?? ''}
              disabled={subcategories.length === 0}
              onChange={(event) => edit({ subcategory: event.target.value || null })}
              className={`${controlClass} select-arrow w-full pe-9`}
            >
              <option value="">None</option>
              {subcategories.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Field
        path="keywords"
        label="Keywords"
        hint="Words that people search for and that are in no other text. End each with Enter or a comma."
        counter={{ length: draft.keywords.length, most: 10 }}
        problems={keywordProblems}
        isPending={isPending('keywords')}
      >
        {(control) => (
          <ChipsField
            control={control}
            values={draft.keywords}
            onChange={(keywords) => edit({ keywords })}
            most={10}
            maxLength={40}
            placeholder={draft.keywords.length === 0 ? 'tides, harbour, sailing' : 'Another one'}
            wrong={wrong}
          />
        )}
      </Field>
      <Address state={state} path="supportUrl" label="Support page" hint="Where people get help." />
      <Address
        state={state}
        path="privacyUrl"
        label="Privacy policy"
        hint="Needed as soon as the app collects anything."
      />
    </FormPart>
  );
}

function Address({
  state: { draft, edit, problemsAt, isPending },
  path,
  label,
  hint,
}: {
  state: ListingState;
  path: 'supportUrl' | 'privacyUrl';
  label: string;
  hint: string;
}) {
  return (
    <Field path={path} label={label} hint={hint} problems={problemsAt(path)} isPending={isPending(path)}>
      {(control) => (
        <input
          {...control}
          type="url"
          value={draft[path] ?? ''}
          placeholder="https://"
          maxLength={2000}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          dir="ltr"
          onChange={(event) => edit({ [path]: event.target.value.trim() || null })}
          className={controlClass}
        />
      )}
    </Field>
  );
}
