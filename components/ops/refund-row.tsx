import type { ReactNode } from 'react';
import { AppIcon } from '@/components/store/app-icon';
import { counted, formatMoment } from '@/components/ui/format';
import { formatMoney } from '@/lib/money';
import type { RefundCase } from '@/lib/purchases/schema';
import { Chip } from './chip';
import { Moment } from './moment';
import { reasonWords } from './refund-words';

type Props = { item: RefundCase; now: string; children?: ReactNode };

/** One refund with what an admin looks at; `children` are the ways to decide it. */
export function RefundRow({ item, now, children }: Props) {
  const { app, person, reason, note } = item;
  const at = Date.parse(now);
  return (
    <li className="grid grid-cols-1 gap-x-4 gap-y-3 py-5 sm:grid-cols-[auto_minmax(0,1fr)_auto]">
      <div className="max-sm:hidden">
        <AppIcon app={app} size={48} />
      </div>
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <span dir="auto" className="font-medium wrap-anywhere">
            {app.name}
          </span>
          <span dir="auto" className="font-medium numerals">
            {formatMoney(item)}
          </span>
          <State item={item} />
        </p>
        <p className="text-13 text-muted wrap-anywhere">
          <bdi>{person.name}</bdi>, {person.email}
        </p>
        <dl className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-13 numerals">
          <Fact term="Asked">
            <Moment iso={item.createdAt} now={at} />
          </Fact>
          {item.purchasedAt ? (
            <Fact term="Bought">
              <Moment iso={item.purchasedAt} now={at} />
            </Fact>
          ) : null}
          <Fact term="Reason">{reasonWords[reason]}</Fact>
          <Fact term="Since the purchase">{counted(item.downloads, 'download')}</Fact>
          <Fact term="Given before">{counted(item.earlierRefunds, 'refund')}</Fact>
        </dl>
        {item.decidedAt ? (
          <p className="mt-1 text-13 text-muted">
            {item.decidedBy ? <bdi>{item.decidedBy}</bdi> : item.refusedBy ? 'The payment provider' : 'By the rules'},{' '}
            {formatMoment(item.decidedAt)}
          </p>
        ) : null}
        {note ? (
          <p
            dir="auto"
            className="mt-2 border-s-2 border-line-strong ps-3 text-13 whitespace-pre-line text-muted wrap-anywhere"
          >
            {note}
          </p>
        ) : null}
        <p className="mt-1 font-mono text-12 break-all text-muted">{item.purchaseId}</p>
      </div>
      {children ? <div className="flex flex-wrap items-start gap-2 sm:flex-nowrap">{children}</div> : null}
    </li>
  );
}

function State({ item: { status, finishedAt, refusedBy } }: { item: RefundCase }) {
  if (status === 'pending') return null;
  if (status === 'refused') {
    return <Chip tone="bad">{refusedBy === 'provider' ? 'Refused by the provider' : 'Refused'}</Chip>;
  }
  return finishedAt ? <Chip tone="good">Given back</Chip> : <Chip tone="warning">On its way</Chip>;
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex gap-1.5">
      <dt className="text-muted">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
