'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ChevronDown, Leaf } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { controlClass } from '@/components/ui/field';
import { counted, formatMoment } from '@/components/ui/format';
import { Link } from '@/components/ui/link';
import { Modal } from '@/components/ui/modal';
import { Notice } from '@/components/ui/notice';
import { ShowMore } from '@/components/ui/show-more';
import { type Params, usePages } from '@/components/ui/use-pages';
import type { ChosenLetters, DeadLetter } from '@/lib/events/schema';
import { fetchJson, type Page, sentenceOf } from '@/lib/http/fetch-json';
import { Chip } from './chip';
import { queuesPath } from './queue-table';

const path = '/api/v1/ops/dead-letters';

const reasonWords = { failed: 'Failed', rejected: 'Not understood', expired: 'Expired' };

type Props = { initial: Page<DeadLetter>; params: Params; queue: string | undefined; now: string };

/** What no attempt could handle; `now` is when the page was asked for: all that is done to all is done to what was there then. */
export function DeadLetterList({ initial, params, queue, now }: Props) {
  const queryClient = useQueryClient();
  const pages = usePages<DeadLetter>({ path, params, initial: { page: initial, params }, keepMs: 0 });
  const [toDiscard, setToDiscard] = useState<ChosenLetters | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const all: ChosenLetters = { until: now, ...(queue === undefined ? {} : { queue }) };
  const refresh = async (sentence: string) => {
    setDone(sentence);
    await Promise.all([path, queuesPath].map((key) => queryClient.invalidateQueries({ queryKey: [key] })));
  };
  const retry = useMutation({
    mutationFn: async (chosen: ChosenLetters) =>
      (await fetchJson<{ count: number; left: number }>(`${path}/retry`, { method: 'POST', body: chosen })).body,
    onSuccess: ({ count, left }) =>
      refresh(
        `${counted(count, 'message')} on the way again${left > 0 ? `; ${left} stay, because no queue would understand them` : ''}.`,
      ),
  });

  return (
    <section aria-labelledby="dead-letters" className="mt-14">
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h2 id="dead-letters" className="text-20 font-semibold">
            Dead letters
          </h2>
          <p className="mt-1 text-13 text-muted">
            {queue === undefined ? (
              'Messages that no attempt could handle.'
            ) : (
              <>
                Of <span className="font-mono">{queue}</span>.{' '}
                <Link href="/ops/queues#dead-letters" className="text-accent-text hover:underline">
                  Show all
                </Link>
              </>
            )}
          </p>
        </div>
        {pages.items.length > 0 ? (
          <div className="flex gap-2">
            <Button
              tone="outline"
              isWorking={retry.isPending && !retry.variables?.ids}
              onClick={() => retry.mutate(all)}
            >
              Retry all
            </Button>
            <Button tone="negative" onClick={() => setToDiscard(all)}>
              Discard all
            </Button>
          </div>
        ) : null}
      </div>
      <div aria-live="polite">
        {retry.isError ? (
          <Notice tone="bad" className="mb-4">
            {sentenceOf(retry.error)}
          </Notice>
        ) : done ? (
          <Notice tone="good" className="mb-4">
            {done}
          </Notice>
        ) : null}
      </div>
      {pages.items.length === 0 ? (
        <EmptyState icon={Leaf} title="Nothing died">
          A message comes here when every attempt has failed, with its error, to be sent again or discarded.
        </EmptyState>
      ) : (
        <>
          <ul className="divide-y divide-line border-y border-line">
            {pages.items.map((letter) => (
              <li key={letter.id}>
                <Letter
                  letter={letter}
                  isRetrying={retry.isPending && retry.variables?.ids?.[0] === letter.id}
                  onRetry={() => retry.mutate({ ids: [letter.id] })}
                  onDiscard={() => setToDiscard({ ids: [letter.id] })}
                />
              </li>
            ))}
          </ul>
          <ShowMore pages={pages} href="/ops/queues" noun="dead letters" />
        </>
      )}
      <DiscardDialog chosen={toDiscard} onClose={() => setToDiscard(null)} onDone={refresh} />
    </section>
  );
}

type LetterProps = { letter: DeadLetter; isRetrying: boolean; onRetry: () => void; onDiscard: () => void };

function Letter({ letter, isRetrying, onRetry, onDiscard }: LetterProps) {
  const { queue, reason, error, attempts, diedAt, message } = letter;
  return (
    <details className="group">
      <summary className="flex min-h-16 flex-wrap items-center gap-x-4 gap-y-1.5 rounded-control py-3">
        <span className="min-w-0 flex-1 basis-56">
          <span className="block truncate font-mono text-15">{queue}</span>
          <span className="block truncate text-13 text-muted">{error}</span>
        </span>
        <Chip tone={reason === 'failed' ? 'bad' : 'warning'}>{reasonWords[reason]}</Chip>
        <span className="text-13 text-muted numerals">{formatMoment(diedAt)}</span>
        <ChevronDown
          className="ms-auto size-4.5 shrink-0 text-muted transition-transform group-open:rotate-180"
          aria-hidden="true"
        />
      </summary>
      <div className="grid grid-cols-1 gap-4 pb-5">
        <p className="text-13 break-words">
          After {counted(attempts, 'attempt')}: {error}
        </p>
        <pre
          dir="ltr"
          className="max-h-80 overflow-auto rounded-card bg-sunken p-4 font-mono text-13 whitespace-pre-wrap"
        >
          {JSON.stringify(message, null, 2)}
        </pre>
        <div className="flex gap-2">
          <Button isWorking={isRetrying} onClick={onRetry}>
            Retry
          </Button>
          <Button tone="negative" onClick={onDiscard}>
            Discard
          </Button>
        </div>
      </div>
    </details>
  );
}

type DiscardProps = { chosen: ChosenLetters | null; onClose: () => void; onDone: (sentence: string) => Promise<void> };

function DiscardDialog({ chosen: asked, onClose, onDone }: DiscardProps) {
  const id = useId();
  // Still there while the dialog goes away.
  const [chosen, setChosen] = useState(asked);
  if (asked && asked !== chosen) setChosen(asked);
  const discard = useMutation({
    mutationFn: async (reason: string) =>
      (await fetchJson<{ count: number }>(`${path}/discard`, { method: 'POST', body: { ...chosen, reason } })).body,
    onSuccess: async ({ count }) => {
      onClose();
      await onDone(`${counted(count, 'message')} discarded.`);
    },
  });
  const what = chosen?.ids
    ? 'this message'
    : chosen?.queue
      ? `every dead letter of ${chosen.queue}`
      : 'every dead letter';
  return (
    <Modal isOpen={asked !== null} onClose={onClose} title={`Discard ${what}?`} canClose={!discard.isPending}>
      <form
        className="grid grid-cols-1 gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          discard.mutate(String(new FormData(event.currentTarget).get('reason') ?? ''));
        }}
      >
        <p className="text-muted">What it should have caused will not happen. This cannot be undone.</p>
        <div className="grid grid-cols-1 gap-1.5">
          <label htmlFor={id} className="text-13 font-medium">
            Why? The audit log keeps it.
          </label>
          <input id={id} name="reason" required maxLength={500} autoComplete="off" className={controlClass} />
        </div>
        {discard.isError ? <Notice tone="bad">{sentenceOf(discard.error)}</Notice> : null}
        <Button type="submit" tone="negative" className="h-12 rounded-pill" isWorking={discard.isPending}>
          Discard
        </Button>
      </form>
    </Modal>
  );
}
