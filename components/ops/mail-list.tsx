'use client';

import { ChevronDown, Inbox } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { formatMoment } from '@/components/ui/format';
import { ShowMore } from '@/components/ui/show-more';
import { type Params, usePages } from '@/components/ui/use-pages';
import type { Page } from '@/lib/http/fetch-json';
import type { Mail } from '@/lib/mail/schema';
import { Chip } from './chip';

/** Every letter of the store; `isMailed` says whether there is a server to take them. */
export function MailList({ initial, params, isMailed }: { initial: Page<Mail>; params: Params; isMailed: boolean }) {
  const pages = usePages<Mail>({ path: '/api/v1/ops/mail', params, initial: { page: initial, params }, keepMs: 0 });
  if (pages.items.length === 0) {
    return (
      <EmptyState icon={Inbox} title="No letters yet">
        Links to confirm an address, to choose a password and to join by invitation appear here as soon as the store
        writes them.
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {pages.items.map((mail) => (
          <li key={mail.id}>
            <Letter mail={mail} isMailed={isMailed} />
          </li>
        ))}
      </ul>
      <ShowMore pages={pages} href="/ops/mail" noun="letters" />
    </>
  );
}

function Letter({ mail, isMailed }: { mail: Mail; isMailed: boolean }) {
  return (
    <details className="group">
      <summary className="flex min-h-16 flex-wrap items-center gap-x-4 gap-y-1.5 rounded-control py-3">
        <span className="min-w-0 flex-1 basis-56">
          <span className="block truncate font-medium">{mail.subject}</span>
          <span className="block truncate text-13 text-muted">To {mail.recipient}</span>
        </span>
        <State mail={mail} isMailed={isMailed} />
        <span className="text-13 text-muted numerals">{formatMoment(mail.createdAt)}</span>
        <ChevronDown
          className="ms-auto size-4.5 shrink-0 text-muted transition-transform group-open:rotate-180"
          aria-hidden="true"
        />
      </summary>
      <div className="grid grid-cols-1 gap-3 pb-5">
        {mail.error ? <p className="text-13 text-negative-text">The mail server said: {mail.error}</p> : null}
        {mail.body ? (
          <div className="rounded-card bg-sunken p-5 text-15 whitespace-pre-line">{withLinks(mail.body)}</div>
        ) : (
          <p className="text-13 text-muted">
            The text is not kept once a letter has left{mail.sentAt ? `, here on ${formatMoment(mail.sentAt)}` : ''}: it
            may hold a link.
          </p>
        )}
      </div>
    </details>
  );
}

function State({ mail, isMailed }: { mail: Mail; isMailed: boolean }) {
  if (mail.sentAt) return <Chip tone="good">Sent</Chip>;
  if (mail.error) return <Chip tone="bad">Failed</Chip>;
  return isMailed ? <Chip tone="warning">Waiting</Chip> : <Chip>Kept here</Chip>;
}

/** The text with its addresses as links. */
function withLinks(text: string) {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <a
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
        key={index}
        href={part}
        dir="ltr"
        rel="noreferrer"
        className="break-all text-accent-text underline underline-offset-2"
      >
        {part}
      </a>
    ),
  );
}
