'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import type { Category } from '@/lib/catalog/schema';
import { fetchJson, fieldProblem, ProblemError, sentenceOf } from '@/lib/http/fetch-json';
import { type ConsoleAppDetail, createAppBody } from '@/lib/publishing/schema';
import { suggestBundleId } from './bundle-id';

type Props = {
  organization: { slug: string; website: string | null };
  categories: Pick<Category, 'slug' | 'name'>[];
};

/** Begins an app: what it is called, what programs know it by, and its shelf. */
export function NewAppForm({ organization: { slug, website }, categories }: Props) {
  const router = useRouter();
  const [name, setName] = useState('');
  const [ownId, setOwnId] = useState<string | null>(null);
  const [category, setCategory] = useState('');
  const bundleId = ownId ?? suggestBundleId(website, slug, name);
  const make = useMutation({
    mutationFn: async () =>
      (
        await fetchJson<ConsoleAppDetail>('/api/v1/console/apps', {
          method: 'POST',
          body: { organization: slug, name, bundleId, category },
        })
      ).body,
    onSuccess: ({ id }) => router.push(`/console/apps/${id}`),
  });
  const isWorking = make.isPending || make.isSuccess;
  const isTaken = make.error instanceof ProblemError && make.error.problem.code === 'bundle_id_taken';
  const isWellFormed = bundleId === '' || createAppBody.shape.bundleId.safeParse(bundleId).success;
  const idProblem = isTaken
    ? 'Another app has this bundle id already.'
    : isWellFormed
      ? fieldProblem(make.error, 'bundleId')
      : 'A reversed domain such as org.example.app.';
  const nameProblem = fieldProblem(make.error, 'name');
  const isReady = name.trim() !== '' && bundleId !== '' && isWellFormed && category !== '';

  return (
    <form
      noValidate
      className="grid max-w-[34rem] grid-cols-1 gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !isWorking) make.mutate();
      }}
    >
      <TextField
        label="Name"
        value={name}
        maxLength={50}
        autoComplete="off"
        dir="auto"
        hint="As shoppers see it. It can be changed until the first release, and after it with a new version."
        onChange={(event) => {
          if (make.isError) make.reset();
          setName(event.target.value);
        }}
        problem={nameProblem}
      />
      <TextField
        label="Bundle id"
        value={bundleId}
        maxLength={255}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        placeholder="org.example.app"
        className="font-mono"
        hint="Programs know the app by it, and an Android build must carry it. It stays for good."
        onChange={(event) => {
          if (make.isError) make.reset();
          setOwnId(event.target.value.trim() === '' ? null : event.target.value.trim());
        }}
        problem={idProblem}
      />
      <SelectField
        label="Category"
        value={category}
        onChange={(event) => setCategory(event.target.value)}
        problem={fieldProblem(make.error, 'category')}
      >
        <option value="" disabled>
          Choose one
        </option>
        {categories.map((one) => (
          <option key={one.slug} value={one.slug}>
            {one.name}
          </option>
        ))}
      </SelectField>
      {make.isError && !idProblem && !nameProblem ? <Notice tone="bad">{sentenceOf(make.error)}</Notice> : null}
      <div>
        <Button type="submit" isWorking={isWorking} disabled={!isReady}>
          Create the app
        </Button>
        {isReady ? null : <p className="mt-2 text-13 text-muted">It needs a name, a bundle id and a category.</p>}
      </div>
    </form>
  );
}
