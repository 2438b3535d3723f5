'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Landmark } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { formatDate } from '@/components/ui/format';
import { Link } from '@/components/ui/link';
import { Modal } from '@/components/ui/modal';
import { Notice } from '@/components/ui/notice';
import { ShowMore } from '@/components/ui/show-more';
import { type Params, usePages } from '@/components/ui/use-pages';
import { fetchJson, type Page, sentenceOf } from '@/lib/http/fetch-json';
import { formatMoney } from '@/lib/money';
import type { Payout } from '@/lib/purchases/payouts/schema';
import { Chip } from './chip';
import { monthName } from './payout-months';
import { PayoutStatementDialog } from './payout-statement';

const path = '/api/v1/ops/payouts';

type Props = { initial: Page<Payout>; params: Params; href: string };

/** What each organisation is owed, to be marked once the bank has sent it. */
export function PayoutList({ initial, params, href }: Props) {
  const pages = usePages<Payout>({ path, params, initial: { page: initial, params }, keepMs: 0 });
  const [toPay, setToPay] = useState<Payout | null>(null);
  const [opened, setOpened] = useState<Payout | null>(null);
  if (pages.items.length === 0) {
    return (
      <EmptyState icon={Landmark} title={params.month ? `No payouts for ${monthName(params.month)}` : 'No payouts yet'}>
        On the second of each month every organisation that is owed enough gets one here, for each currency it sells in.
        Smaller sums wait for the next month.
      </EmptyState>
    );
  }
  return (
    <>
      <ul aria-label="Payouts" className="divide-y divide-line border-y border-line">
        {pages.items.map((payout) => (
          <Row key={payout.id} payout={payout} onOpen={() => setOpened(payout)} onPay={() => setToPay(payout)} />
        ))}
      </ul>
      <ShowMore pages={pages} href={href} noun="payouts" />
      <PaidDialog payout={toPay} onClose={() => setToPay(null)} />
      <PayoutStatementDialog payout={opened} onClose={() => setOpened(null)} />
    </>
  );
}

function Row({ payout, onOpen, onPay }: { payout: Payout; onOpen: () => void; onPay: () => void }) {
  const { organization, paidAt, currency } = payout;
  const whose = `${organization.name}, ${currency}`;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3.5">
      <div className="min-w-0 flex-1 basis-52">
        <Link
          href={`/developers/${organization.slug}`}
          dir="auto"
          className="block truncate rounded-control font-medium hover:underline"
        >
          {organization.name}
        </Link>
        <p className="text-13 text-muted numerals">
          {paidAt ? `Paid on ${formatDate(paidAt)}` : `Made on ${formatDate(payout.createdAt)}`}
        </p>
      </div>
      {paidAt ? <Chip tone="good">Paid</Chip> : <Chip tone="warning">To pay</Chip>}
      <p dir="auto" className="font-medium numerals sm:min-w-28 sm:text-end">
        {formatMoney(payout)}
      </p>
      <div className="flex gap-2 max-sm:basis-full sm:min-w-66 sm:justify-end">
        <Button tone="outline" className="h-11 px-3.5 text-13" aria-label={`Statement of ${whose}`} onClick={onOpen}>
          Statement
        </Button>
        {paidAt ? null : (
          <Button tone="soft" className="h-11 px-3.5 text-13" aria-label={`Mark as paid: ${whose}`} onClick={onPay}>
            Mark as paid
          </Button>
        )}
      </div>
    </li>
  );
}

function PaidDialog({ payout: asked, onClose }: { payout: Payout | null; onClose: () => void }) {
  const queryClient = useQueryClient();
  const router = useRouter();
  // Still there while the dialog goes away.
  const [payout, setPayout] = useState(asked);
  if (asked && asked !== payout) setPayout(asked);
  const mark = useMutation({
    mutationFn: (id: string) => fetchJson<Payout>(`${path}/${id}/paid`, { method: 'POST' }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: [path] });
      router.refresh();
      onClose();
    },
  });
  return (
    <Modal isOpen={asked !== null} onClose={onClose} title="Mark as paid?" canClose={!mark.isPending}>
      {payout ? (
        <div className="grid grid-cols-1 gap-4">
          <p className="text-muted">
            The bank has sent <strong className="text-ink">{formatMoney(payout)}</strong> to {payout.organization.name}{' '}
            for {monthName(payout.month)}. This cannot be taken back.
          </p>
          {mark.isError ? <Notice tone="bad">{sentenceOf(mark.error)}</Notice> : null}
          <Button className="h-12 rounded-pill" isWorking={mark.isPending} onClick={() => mark.mutate(payout.id)}>
            It is paid
          </Button>
        </div>
      ) : null}
    </Modal>
  );
}
