'use client';

import { useMutation } from '@tanstack/react-query';
import { BookOpen, ListOrdered } from 'lucide-react';
import { Link } from '@/components/ui/link';
import { useRef, useState } from 'react';
import { Chip } from '@/components/ops/chip';
import { imageAt } from '@/components/store/image-url';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { counted, formatMoment } from '@/components/ui/format';
import { Notice } from '@/components/ui/notice';
import type { CollectionSummary } from '@/lib/catalog/schema';
import { fetchJson, ProblemError, sentenceOf } from '@/lib/http/fetch-json';
import { moved, Sortable } from './sortable';
import { kindWords, stateTones, stateWords } from './words';

type All = { items: CollectionSummary[]; version: string };

/** All stories and lists in their order. Each move is saved at once; one that fails is taken back. */
export function CollectionsList({ initial }: { initial: All }) {
  const [items, setItems] = useState(initial.items);
  const saved = useRef(initial);
  const save = useMutation({
    mutationFn: async (to: CollectionSummary[]) => {
      const { body } = await fetchJson<{ version: string }>('/api/v1/ops/collections/order', {
        method: 'PUT',
        headers: { 'If-Match': `"${saved.current.version}"` },
        body: { ids: to.map(({ id }) => id) },
      });
      saved.current = { items: to, version: body.version };
    },
    // One after the other, so that each names the order that the one before it made.
    scope: { id: 'collections-order' },
    onMutate: setItems,
    onError: () => setItems(saved.current.items),
  });
  const reload = useMutation({
    mutationFn: async () => (await fetchJson<All>('/api/v1/ops/collections')).body,
    onSuccess: (fresh) => {
      saved.current = fresh;
      setItems(fresh.items);
      save.reset();
    },
  });

  if (items.length === 0) {
    return (
      <EmptyState icon={BookOpen} title="Nobody has written anything yet">
        A story has a picture and stands large on the front page; a list is a rail of apps. Make the first one.
      </EmptyState>
    );
  }
  const isStale = save.error instanceof ProblemError && save.error.problem.code === 'changed_meanwhile';
  return (
    <div className="grid grid-cols-1 gap-4">
      {save.isError ? (
        <Notice tone="bad">
          {isStale ? 'Somebody else changed the order meanwhile.' : sentenceOf(save.error)}{' '}
          <Button tone="plain" className="h-9" isWorking={reload.isPending} onClick={() => reload.mutate()}>
            Show it as it is now
          </Button>
        </Notice>
      ) : null}
      <Sortable
        label="Stories and lists in the order of the front page"
        items={items}
        nameOf={(item) => item.title}
        onMove={(from, to) => save.mutate(moved(items, from, to))}
        render={(item) => <Row item={item} />}
      />
      <p role="status" className="min-h-5 text-13 text-muted">
        {save.isPending ? 'Saving the order…' : save.isSuccess ? 'The order is saved.' : ''}
      </p>
    </div>
  );
}

function Row({ item }: { item: CollectionSummary }) {
  const { kind, title, state, appCount, listedCount, startsAt, endsAt, artUrl } = item;
  const hidden = appCount - listedCount;
  const when = { draft: '', scheduled: startsAt, live: endsAt, ended: endsAt }[state];
  const prefix = { draft: '', scheduled: 'from', live: 'until', ended: '' }[state];
  const Glyph = kind === 'story' ? BookOpen : ListOrdered;
  return (
    <div className="relative flex items-center gap-3 py-3 sm:gap-4">
      <span className="relative grid aspect-16/10 w-16 shrink-0 place-items-center overflow-hidden rounded-control bg-sunken text-muted sm:w-24">
        {artUrl ? (
          // biome-ignore lint/performance/noImgElement: the store makes its own sizes
          <img
            src={imageAt(artUrl, 800)}
            alt=""
            width={96}
            height={60}
            loading="lazy"
            decoding="async"
            className="size-full object-cover"
          />
        ) : (
          <Glyph className="size-5" aria-hidden="true" />
        )}
      </span>
      <div className="min-w-0 flex-1">
        <Link
          href={`/ops/collections/${item.id}`}
          className="covering line-clamp-2 rounded-control font-medium wrap-anywhere"
        >
          {title}
        </Link>
        <p className="mb-1 sm:hidden">
          <Chip tone={stateTones[state]}>{stateWords[state]}</Chip>
        </p>
        <p className="text-13 text-muted numerals">
          {kindWords[kind]}, {counted(appCount, 'app')}
          {hidden > 0 ? `, ${hidden} not listed` : ''}
          {when ? `, ${prefix} ${formatMoment(when)}` : ''}
        </p>
      </div>
      <span className="max-sm:hidden">
        <Chip tone={stateTones[state]}>{stateWords[state]}</Chip>
      </span>
    </div>
  );
}
