'use client';

import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { CopyButton } from '@/components/ops/copy-button';
import { Button } from '@/components/ui/button';
import { controlClass, TextField } from '@/components/ui/field';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { keyScopes } from '@/lib/accounts/organizations/rules';
import type { CreateKeyBody, NewApiKey, Organization } from '@/lib/accounts/organizations/schema';
import { fetchJson, fieldProblem, sentenceOf } from '@/lib/http/fetch-json';
import { type Scope, scopeWords, usualScopes } from './key-words';

type Props = {
  organization: Organization;
  /** Why I can make none; null when I can. */
  reason: string | null;
  onMade: () => void;
};

/** Makes a key and shows it this once. */
export function KeyCreate({ organization, reason, onMade }: Props) {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<Scope[]>(usualScopes);
  const [isChecked, setIsChecked] = useState(false);
  const make = useMutation({
    mutationFn: async (body: CreateKeyBody) =>
      (await fetchJson<NewApiKey>('/api/v1/console/keys', { method: 'POST', body })).body,
    onSuccess: () => {
      setName('');
      setIsChecked(false);
      onMade();
    },
  });
  const nameProblem = isChecked && name.trim() === '' ? 'Give it a name that says where it is used.' : null;
  const scopesProblem = isChecked && scopes.length === 0 ? 'Choose what it may do.' : null;
  const isAboutName = fieldProblem(make.error, 'name') !== null;

  return (
    <section aria-labelledby="new-key" className="mt-12 max-w-[44rem] rounded-card bg-sunken p-5">
      <h2 id="new-key" className="text-17 font-semibold">
        New key
      </h2>
      <p className="mt-1 text-13 text-muted">
        Sent as <code className="font-mono">Authorization: Bearer pk_…</code>. What it can call stands in the{' '}
        <Link href="/docs/api" className="text-accent-text underline underline-offset-2">
          description of the API
        </Link>
        .
      </p>
      {reason !== null ? (
        <p className="mt-3">{reason}</p>
      ) : (
        <form
          noValidate
          className="mt-4 grid grid-cols-1 gap-5"
          onSubmit={(event) => {
            event.preventDefault();
            setIsChecked(true);
            const wrong = name.trim() === '' ? 'input[name=name]' : scopes.length === 0 ? 'input[type=checkbox]' : null;
            if (wrong !== null) event.currentTarget.querySelector<HTMLElement>(wrong)?.focus();
            else if (!make.isPending) make.mutate({ organization: organization.id, name: name.trim(), scopes });
          }}
        >
          <TextField
            label="Name"
            name="name"
            value={name}
            maxLength={100}
            autoComplete="off"
            hint="Where it is used: “Build server”."
            problem={nameProblem ?? (isAboutName ? 'This name cannot be used.' : null)}
            onChange={(event) => setName(event.target.value)}
          />
          <fieldset className="grid grid-cols-1 gap-1" aria-describedby={scopesProblem ? 'scopes-problem' : undefined}>
            <legend className="mb-1 text-13 font-medium">What may it do?</legend>
            {keyScopes.map((scope) => (
              <label key={scope} className="flex min-h-11 items-start gap-3 py-1.5">
                <input
                  type="checkbox"
                  checked={scopes.includes(scope)}
                  onChange={(event) =>
                    setScopes(event.target.checked ? [...scopes, scope] : scopes.filter((other) => other !== scope))
                  }
                  className="mt-0.5 size-5 shrink-0 accent-accent"
                />
                <span className="min-w-0">
                  <span className="block font-medium">{scopeWords[scope].label}</span>
                  <span className="block text-13 text-muted">{scopeWords[scope].text}</span>
                </span>
              </label>
            ))}
            {scopesProblem ? (
              <p id="scopes-problem" className="text-13 text-negative-text">
                {scopesProblem}
              </p>
            ) : null}
          </fieldset>
          {make.isError && !isAboutName ? <Notice tone="bad">{sentenceOf(make.error)}</Notice> : null}
          <div>
            <Button type="submit" isWorking={make.isPending}>
              Make a key
            </Button>
          </div>
        </form>
      )}
      {make.data ? <NewKey key={make.data.id} made={make.data} /> : null}
    </section>
  );
}

function NewKey({ made }: { made: NewApiKey }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <div className="mt-5 border-t border-line pt-5" aria-live="polite">
      <Notice tone="warning" className="mb-3">
        Copy it now: it is shown only this once. Keep it where your build server keeps secrets, never in a repository.
      </Notice>
      <label htmlFor="new-key-value" className="text-13 font-medium">
        The key “{made.name}”
      </label>
      <div className="mt-1.5 flex flex-wrap gap-2">
        <input
          ref={field}
          id="new-key-value"
          readOnly
          dir="ltr"
          autoComplete="off"
          value={made.key}
          onFocus={(event) => event.target.select()}
          className={`${controlClass} min-w-0 flex-1 basis-60 font-mono text-13`}
        />
        <CopyButton field={field} />
      </div>
    </div>
  );
}
