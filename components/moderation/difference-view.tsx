'use client';

import { useState } from 'react';
import { cx } from '@/components/ui/cx';
import { formatBytes, formatCount } from '@/components/ui/format';
import type { Difference } from '@/lib/moderation/schema';
import { Pictures } from './pictures';
import { changeCounts, listDiff, type Piece, shortened, sideOf, wordDiff } from './text-diff';
import { isThere, picturesOf, plainText, textList } from './values';

/** One thing that is not as it was in the last approved version. */
export function DifferenceView({ difference, isFirst }: { difference: Difference; isFirst: boolean }) {
  const { label, kind, before, after } = difference;
  const isNew = !isThere(before);
  return (
    <section aria-label={label} className="border-t border-line py-4 first:border-t-0 first:pt-0">
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3">
        <h4 className="font-medium">{label}</h4>
        {isFirst ? null : (
          <p className="text-12 text-muted">{isNew ? 'new' : isThere(after) ? 'changed' : 'taken away'}</p>
        )}
      </div>
      {kind === 'media' ? <MediaDifference difference={difference} isFirst={isFirst} /> : null}
      {kind === 'list' ? <ListDifference before={textList(before)} after={textList(after)} isFirst={isFirst} /> : null}
      {kind === 'text' ? (
        <TextDifference before={plainText(before)} after={plainText(after)} isFirst={isFirst} />
      ) : null}
      {kind === 'number' || kind === 'hash' ? <FactDifference difference={difference} isFirst={isFirst} /> : null}
    </section>
  );
}

const marks: Record<Piece['kind'], string> = {
  same: '',
  added: 'rounded bg-accent-soft text-accent-text no-underline forced-colors:underline',
  removed: 'rounded bg-negative-soft text-negative-text line-through',
};

function Words({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map((piece, index) => {
    const Tag = piece.kind === 'added' ? 'ins' : piece.kind === 'removed' ? 'del' : 'span';
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name
      <Tag key={index} className={marks[piece.kind] || undefined}>
        {piece.text}
      </Tag>
    );
  });
}

const textClass =
  'max-h-96 overflow-y-auto text-start rounded-control bg-sunken px-3 py-2.5 text-13 whitespace-pre-wrap wrap-anywhere';

/** Two texts, with what differs marked in one of them or side by side. */
export function TextDifference({ before, after, isFirst }: { before: string; after: string; isFirst: boolean }) {
  const [isBeside, setIsBeside] = useState(false);
  if (isFirst || before === '' || after === '') {
    return <Plain text={after || before} isGone={after === '' && before !== ''} />;
  }
  const pieces = wordDiff(before, after);
  const { added, removed } = changeCounts(pieces);
  return (
    <>
      <div className="mb-1.5 flex flex-wrap items-center justify-between gap-x-4">
        <p className="text-12 text-muted numerals">
          {formatCount(added)} {added === 1 ? 'word' : 'words'} added, {formatCount(removed)} removed
        </p>
        <button
          type="button"
          aria-pressed={isBeside}
          onClick={() => setIsBeside(!isBeside)}
          className="h-9 rounded-control px-2 text-13 font-medium text-accent-text hover:underline pointer-coarse:h-11"
        >
          Side by side
        </button>
      </div>
      {isBeside ? (
        <div className="grid grid-cols-1 gap-2 sm:grid-cols-2">
          <Side label="Before" pieces={sideOf(pieces, 'before')} />
          <Side label="After" pieces={sideOf(pieces, 'after')} />
        </div>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        <p dir="auto" tabIndex={0} className={textClass}>
          <Words pieces={shortened(pieces)} />
        </p>
      )}
    </>
  );
}

function Side({ label, pieces }: { label: string; pieces: Piece[] }) {
  return (
    <div className="min-w-0">
      <p className="mb-1 text-12 text-muted">{label}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <p dir="auto" tabIndex={0} className={textClass}>
        <Words pieces={pieces} />
      </p>
    </div>
  );
}

function Plain({ text, isGone }: { text: string; isGone: boolean }) {
  const Tag = isGone ? 'del' : 'span';
  return text === '' ? (
    <p className="text-13 text-muted">Nothing</p>
  ) : (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <p dir="auto" tabIndex={0} className={textClass}>
      <Tag className={isGone ? marks.removed : undefined}>{text}</Tag>
    </p>
  );
}

const signs = { same: '', added: '+', removed: '−' };
const spoken = { same: 'as before', added: 'new', removed: 'gone' };

function ListDifference({ before, after, isFirst }: { before: string[]; after: string[]; isFirst: boolean }) {
  const changes = listDiff(isFirst ? after : before, after);
  if (changes.length === 0) return <p className="text-13 text-muted">None</p>;
  return (
    <ul className="flex flex-wrap gap-1.5">
      {changes.map(({ kind, text }) => (
        <li
          key={`${kind} ${text}`}
          dir="auto"
          className={cx(
            'max-w-full rounded-pill px-2.5 py-0.5 text-13 wrap-anywhere',
            kind === 'same' ? 'bg-sunken text-ink' : marks[kind],
            kind === 'added' && 'rounded-pill font-medium',
            kind === 'removed' && 'rounded-pill',
          )}
        >
          {signs[kind] ? <span aria-hidden="true">{signs[kind]} </span> : null}
          {text}
          {isFirst ? null : <span className="sr-only">, {spoken[kind]}</span>}
        </li>
      ))}
    </ul>
  );
}

function MediaDifference({
  difference: { path, before, after },
  isFirst,
}: {
  difference: Difference;
  isFirst: boolean;
}) {
  const [old, now] = [picturesOf(before), picturesOf(after)];
  const kind = /icon/i.test(path) ? 'icon' : 'screenshot';
  if (isFirst || old.length === 0) return <Pictures kind={kind} pictures={now} />;
  return (
    <div className="grid grid-cols-1 gap-3">
      <div className="min-w-0">
        <p className="mb-1 text-12 text-muted">Before</p>
        <Pictures kind={kind} pictures={old} others={now} mark="gone" />
      </div>
      <div className="min-w-0">
        <p className="mb-1 text-12 text-muted">After</p>
        <Pictures kind={kind} pictures={now} others={old} mark="new" />
      </div>
    </div>
  );
}

function FactDifference({ difference, isFirst }: { difference: Difference; isFirst: boolean }) {
  const { before, after, kind } = difference;
  const className = cx('wrap-anywhere', kind === 'hash' ? 'font-mono text-12' : 'text-13 numerals');
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-1">
      {isFirst || !isThere(before) ? null : (
        <>
          <dt className="text-12 text-muted">Before</dt>
          <dd className={className}>{factText(difference, before)}</dd>
        </>
      )}
      <dt className={isFirst ? 'sr-only' : 'text-12 text-muted'}>After</dt>
      <dd className={className}>{isThere(after) ? factText(difference, after) : 'Nothing'}</dd>
      {kind === 'number' && typeof before === 'number' && typeof after === 'number' && !isFirst ? (
        <>
          <dt className="text-12 text-muted">That is</dt>
          <dd className={className}>{changeText(difference, before, after)}</dd>
        </>
      ) : null}
    </dl>
  );
}

const isBytes = ({ path }: Difference) => /(bytes|size)$/i.test(path);

function factText(difference: Difference, value: unknown): string {
  if (typeof value !== 'number') return plainText(value);
  return isBytes(difference) ? formatBytes(value) : formatCount(value);
}

function changeText(difference: Difference, before: number, after: number): string {
  const by = after - before;
  const sign = by < 0 ? '−' : '+';
  const share = before === 0 ? '' : ` (${sign}${Math.abs(Math.round((by / before) * 1000) / 10)}%)`;
  return `${sign}${factText(difference, Math.abs(by))}${share}`;
}
