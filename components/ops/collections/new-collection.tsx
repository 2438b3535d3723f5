'use client';

import { useMutation } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Choice, type Option } from '@/components/ops/choice';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Modal } from '@/components/ui/modal';
import { Notice } from '@/components/ui/notice';
import { type CollectionDetail, type CreateCollectionBody, storyScenes } from '@/lib/catalog/schema';
import { fetchJson, fieldProblem, sentenceOf } from '@/lib/http/fetch-json';
import { newSeed, slugOf } from './words';

type Kind = CollectionDetail['kind'];

const kinds: Option<Kind>[] = [
  { value: 'story', label: 'Story', text: 'A picture, a headline and a text, then its apps.' },
  { value: 'list', label: 'List', text: 'Apps side by side under a headline.' },
];

/** Begins a story or a list: a draft that nobody sees, opened in the editor. */
export function NewCollection() {
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [kind, setKind] = useState<Kind>('story');
  const [title, setTitle] = useState('');
  const [address, setAddress] = useState<string | null>(null);
  const slug = address ?? slugOf(title);
  const make = useMutation({
    mutationFn: async (body: CreateCollectionBody) =>
      (await fetchJson<CollectionDetail>('/api/v1/ops/collections', { method: 'POST', body })).body,
    onSuccess: ({ id }) => router.push(`/ops/collections/${id}`),
  });
  const isWorking = make.isPending || make.isSuccess;
  const slugProblem = fieldProblem(make.error, 'slug');

  return (
    <>
      <Button onClick={() => setIsOpen(true)}>
        <Plus className="size-4.5" aria-hidden="true" />
        New story or list
      </Button>
      <Modal isOpen={isOpen} onClose={() => setIsOpen(false)} title="New story or list" initialFocus={field}>
        <form
          noValidate
          className="grid grid-cols-1 gap-5 pt-1"
          onSubmit={(event) => {
            event.preventDefault();
            if (isWorking || title.trim() === '') return;
            const seed = newSeed();
            const scene = storyScenes[Math.floor(Math.random() * storyScenes.length)] ?? 'hills';
            const hue = Math.floor(Math.random() * 360);
            make.mutate({
              kind,
              title,
              slug: slug || `${kind}-${seed}`,
              ...(kind === 'story' ? { art: { scene, hue, seed } } : {}),
            });
          }}
        >
          <TextField
            ref={field}
            label="Headline"
            value={title}
            maxLength={80}
            onChange={(event) => setTitle(event.target.value)}
            problem={fieldProblem(make.error, 'title')}
          />
          <TextField
            label="Address"
            value={slug}
            maxLength={80}
            spellCheck={false}
            autoCapitalize="off"
            hint={`/stories/${slug || '…'}`}
            onChange={(event) => setAddress(event.target.value)}
            problem={slugProblem}
          />
          <Choice legend="Kind" options={kinds} value={kind} onChange={setKind} />
          {make.isError && !slugProblem ? <Notice tone="bad">{sentenceOf(make.error)}</Notice> : null}
          <Button type="submit" isWorking={isWorking} disabled={title.trim() === ''}>
            Begin a draft
          </Button>
        </form>
      </Modal>
    </>
  );
}
