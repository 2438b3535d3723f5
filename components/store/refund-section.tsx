'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { formatMoment } from '@/components/ui/format';
import { Notice } from '@/components/ui/notice';
import { missingPartText, usePart } from '@/components/ui/use-part';
import type { RefundVerdict } from '@/lib/purchases/rules';
import type { Refund } from '@/lib/purchases/schema';
import { outlookWords } from './refund-words';

const load = () => import('./refund-dialog').then(({ RefundDialog }) => RefundDialog);

type Props = {
  purchaseId: string;
  app: string;
  price: string;
  isFree: boolean;
  /** How it was paid, where that is known. */
  paidWith: string | null;
  refundedAt: string | null;
  refund: Refund | null;
  /** What would happen if I asked now; null when I cannot ask. */
  outlook: RefundVerdict | null;
};

/** Whether the money of a purchase can come back, how to ask for it, and what became of that. */
export function RefundSection({ purchaseId, app, price, outlook, refund: known, ...facts }: Props) {
  const router = useRouter();
  const { Part: RefundDialog, isMissing, prepare, want } = usePart(load);
  const [isOpen, setIsOpen] = useState(false);
  const [answer, setAnswer] = useState<Refund | null>(null);
  const refund = answer ?? known;
  const mayAsk = outlook !== null && answer === null;

  return (
    <section aria-labelledby="refund" className="mt-10 border-t border-line pt-6 print:hidden">
      <h2 id="refund" className="text-20 font-semibold">
        Refund
      </h2>
      <div className="mt-2 grid max-w-[60ch] grid-cols-1 justify-items-start gap-4">
        <State {...facts} price={price} refund={refund} />
        {mayAsk ? (
          <>
            {refund === null ? (
              <p className="text-muted">
                {outlookWords[outlook.because].text} {outlookWords[outlook.because].title} if you ask now.
              </p>
            ) : null}
            <Button
              tone="soft"
              className="h-11 rounded-pill px-5"
              onPointerEnter={prepare}
              onFocus={prepare}
              onClick={async () => {
                if (await want()) setIsOpen(true);
              }}
            >
              Request a refund
            </Button>
          </>
        ) : null}
        {isMissing ? <Notice tone="bad">{missingPartText}</Notice> : null}
      </div>
      {RefundDialog && outlook ? (
        <RefundDialog
          purchaseId={purchaseId}
          app={app}
          price={price}
          outlook={outlook}
          isOpen={isOpen}
          onClose={() => setIsOpen(false)}
          onAnswer={(given) => {
            setAnswer(given);
            setIsOpen(false);
            // Every button of the store forgets that the app was owned.
            if (given.status === 'approved') location.reload();
            else router.refresh();
          }}
        />
      ) : null}
    </section>
  );
}

type StateProps = Pick<Props, 'price' | 'isFree' | 'paidWith' | 'refundedAt' | 'refund'>;

function State({ price, isFree, paidWith, refundedAt, refund }: StateProps) {
  if (refund === null) {
    if (isFree) return <p className="text-muted">Nothing was paid for this, so there is nothing to give back.</p>;
    return refundedAt ? <Wide title={`${price} went back`}>On {formatMoment(refundedAt)}.</Wide> : null;
  }
  if (refund.status === 'pending') {
    return (
      <Wide tone="info" title="Somebody of the store will decide">
        You asked for {price} back on {formatMoment(refund.createdAt)}. Until it is decided the app stays in your
        library, and you will find the answer under the bell.
      </Wide>
    );
  }
  if (refund.status === 'approved') {
    const way = paidWith ? `, the way you paid: ${paidWith}` : '';
    return refund.finishedAt ? (
      <Wide title={`${price} went back`}>
        On {formatMoment(refund.finishedAt)}
        {way}. It can take some days until your bank shows it. The app has left your library; you can get it again at
        any time.
      </Wide>
    ) : (
      <Wide title="Your refund is approved">
        {price} is on its way back{way}. This usually takes a minute.
      </Wide>
    );
  }
  if (refund.refusedBy === 'provider') {
    return (
      <Wide tone="warning" title="The payment provider did not take the refund">
        Nothing has changed: the app is yours, and {price} was not given back. You can ask again.
      </Wide>
    );
  }
  return (
    <Wide tone="warning" title="Your request was refused">
      {refund.decidedAt ? `On ${formatMoment(refund.decidedAt)}. ` : ''}The app stays in your library.
      {refund.note ? (
        <span dir="auto" className="mt-2 block border-s-2 border-current ps-3 whitespace-pre-line wrap-anywhere">
          {refund.note}
        </span>
      ) : null}
    </Wide>
  );
}

function Wide({
  tone = 'good',
  title,
  children,
}: {
  tone?: 'good' | 'info' | 'warning';
  title: string;
  children: ReactNode;
}) {
  return (
    <Notice tone={tone} title={title} className="w-full">
      <p>{children}</p>
    </Notice>
  );
}
