'use client';

import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextAreaField } from '@/components/ui/field';
import { counted } from '@/components/ui/format';
import { Modal, ModalFoot } from '@/components/ui/modal';
import { Stars } from '@/components/ui/stars';
import { fetchJson, type Page } from '@/lib/http/fetch-json';
import { bulkLimit, type ReviewRuleId } from '@/lib/moderation/reviews/rules';
import type { ReviewCase, ReviewDecisionsBody, ReviewQueueItem } from '@/lib/moderation/reviews/schema';
import { queuePageSize } from '../queue-size';
import { type BulkChoice, type BulkRow, listedOf } from './bulk';
import { missingRuleText, RuleChoice } from './rule-choice';
import { useShowAll } from './use-show-all';
import { decisionWords, reviewsPath } from './words';

type Props = {
  asked: BulkChoice | null;
  item: ReviewCase | undefined;
  /** What of the queue was read. */
  read: readonly ReviewQueueItem[];
  onClose: () => void;
  onDecide: (body: ReviewDecisionsBody) => void;
};

/** Shows what will be decided at once, and asks for the rule. */
export function BulkDialog({ asked: given, item, read, onClose, onDecide }: Props) {
  // Still there while the dialog goes away.
  const [asked, setAsked] = useState(given);
  if (given && given !== asked) setAsked(given);
  const count = counted(asked?.ids.length ?? 0, 'review');
  return (
    <Modal
      isOpen={given !== null}
      onClose={onClose}
      title={`${asked ? decisionWords[asked.decision].verb : ''} ${count}?`}
    >
      {asked && item ? (
        <BulkForm
          key={`${asked.kind} ${asked.decision} ${item.id}`}
          choice={asked}
          item={item}
          read={read}
          onDecide={(body) => {
            onClose();
            onDecide(body);
          }}
        />
      ) : null}
    </Modal>
  );
}

type FormProps = { choice: BulkChoice; item: ReviewCase } & Pick<Props, 'read' | 'onDecide'>;

export function BulkForm({ choice, item, read, onDecide }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [ruleId, setRuleId] = useState<ReviewRuleId | null>(null);
  const [note, setNote] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const { decision, ids, kind } = choice;
  const ofApp = useQuery({
    queryKey: [reviewsPath, 'of-app', item.app.id, ids],
    queryFn: ({ signal }) => readOfApp(item.app.id, ids, signal),
    enabled: kind === 'burst',
    gcTime: 0,
  });
  const { rows, unknown } = listedOf(ids, item, [...read, ...(ofApp.data ?? [])]);
  const held = rows.filter(({ heldBy }) => heldBy !== null).length;
  return (
    <form
      ref={form}
      noValidate
      className="grid grid-cols-1 gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (decision === 'approve') return onDecide({ ids, decision, note });
        setIsMissing(ruleId === null);
        if (ruleId === null) form.current?.querySelector<HTMLElement>('input[type=radio]')?.focus();
        else onDecide({ ids, decision, ruleId, note });
      }}
    >
      <p className="text-muted">
        {kind === 'burst' ? 'They wait from the same burst of reviews.' : 'They wait with the very same text.'}
        {ids.length >= bulkLimit ? ` These are the first ${bulkLimit}: no more are decided at once.` : ''}
        {held > 0 ? ` ${counted(held, 'review')} that somebody else has will be left as they are.` : ''}
      </p>
      <List
        rows={rows}
        rest={
          unknown === 0
            ? null
            : ofApp.isLoading
              ? 'Reading the others…'
              : `and ${counted(unknown, 'more review', 'more reviews')}`
        }
      />
      {decision === 'reject' ? (
        <>
          <RuleChoice
            value={ruleId}
            problem={isMissing && ruleId === null ? missingRuleText : null}
            onChange={setRuleId}
          />
          <TextAreaField
            label="Note to the authors (optional)"
            value={note}
            maxLength={4000}
            onChange={(event) => setNote(event.target.value)}
          />
        </>
      ) : null}
      <ModalFoot>
        <Button type="submit" tone={decision === 'reject' ? 'negative' : 'primary'} className="h-12 rounded-pill">
          {decisionWords[decision].verb} {counted(ids.length, 'review')}
        </Button>
      </ModalFoot>
    </form>
  );
}

function List({ rows, rest }: { rows: BulkRow[]; rest: string | null }) {
  const { shown, button } = useShowAll(rows);
  return (
    <div className="grid grid-cols-1">
      <ul
        aria-label="What will be decided"
        className="divide-y divide-line overflow-hidden rounded-control border border-line-strong"
      >
        {shown.map(({ id, rating, title, excerpt, app, author, heldBy }) => (
          <li key={id} className="px-3 py-2 text-13">
            <p className="flex flex-wrap items-center gap-x-3 text-12 text-muted">
              <Stars value={rating} />
              <bdi>{app.name}</bdi>
              <bdi>{author.name}</bdi>
              {heldBy ? <span>{heldBy} is on it</span> : null}
            </p>
            <p dir="auto" className="text-start line-clamp-2 wrap-anywhere">
              {[title, excerpt].filter(Boolean).join(' ') || 'Stars without a text'}
            </p>
          </li>
        ))}
        {rest !== null && shown.length === rows.length ? (
          <li className="px-3 py-2 text-13 text-muted">{rest}</li>
        ) : null}
      </ul>
      {button}
    </div>
  );
}

/** As much of the app's queue as it takes to find them all, within reason. */
async function readOfApp(appId: string, ids: readonly string[], signal: AbortSignal): Promise<ReviewQueueItem[]> {
  const missing = new Set(ids);
  const found: ReviewQueueItem[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < Math.ceil(bulkLimit / queuePageSize) + 2 && missing.size > 0; page++) {
    const search = new URLSearchParams({ app: appId, limit: String(queuePageSize), ...(cursor ? { cursor } : {}) });
    const { body }: { body: Page<ReviewQueueItem> } = await fetchJson(`${reviewsPath}?${search}`, { signal });
    for (const row of body.items) {
      if (missing.delete(row.id)) found.push(row);
    }
    cursor = body.nextCursor;
    if (cursor === null) break;
  }
  return found;
}
