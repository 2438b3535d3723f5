'use client';

import { useEffect } from 'react';
import { cx } from '@/components/ui/cx';
import type { Price } from '@/lib/catalog/schema';
import { Pill } from './pill';
import { buttonText, priceText } from './price-text';
import { type Buyable, usePurchases } from './purchase-context';
import { useDownload } from './use-download';
import { WithoutFile } from './without-file';

type Props = {
  app: Buyable;
  isOwned: boolean;
  size?: 'small' | 'large';
  tone?: 'soft' | 'solid';
  className?: string;
  /** Words of the button of an owner, where there is more to say than "Download" or "Open". */
  ownerText?: string | undefined;
};

/** The pill that says what will happen: get, buy, subscribe, download. One element throughout, so that it keeps the focus. */
export function BuyButton({ app, isOwned, size = 'small', tone = 'soft', className, ownerText }: Props) {
  const { progressOf, prepare, begin, recall } = usePurchases();
  const { phase, price: newPrice } = progressOf(app.id);
  const download = useDownload(app);
  const price = newPrice ?? app.price;
  const isMine = isOwned || phase === 'owned';
  const isWaiting = phase === 'waiting' && !isMine;

  // Only where the app has a page to itself: a list would ask for each of its rows.
  const mayBeUnderWay = size === 'large' && !isMine && (price?.amountMinor ?? 0) > 0;
  useEffect(() => {
    if (mayBeUnderWay) recall(app);
  }, [app, mayBeUnderWay, recall]);

  if (!isMine && !price) {
    const look = size === 'small' ? 'block w-[5.25rem] text-center text-12 leading-tight sm:w-[5.75rem]' : 'text-15';
    return <span className={cx('shrink-0 text-muted', look, className)}>Not sold in your country</span>;
  }
  if (isMine && app.hasFile === false) return <WithoutFile className={className} />;
  const text =
    isMine || !price ? (ownerText ?? (app.isWeb ? 'Open' : 'Download')) : isWaiting ? 'Pending' : buttonText(price);
  const said = isMine || !price ? `${text} ${app.name}` : isWaiting ? pendingText(app.name) : saidOf(app.name, price);
  const isWorking = isMine ? download.isWorking : phase === 'working';
  return (
    <span className={cx('inline-grid shrink-0 justify-items-center gap-1', className)}>
      <Pill
        size={size}
        tone={isWaiting ? 'soft' : tone}
        isWorking={isWorking}
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={() => (isMine ? void download.start() : begin(app))}
        aria-label={isWorking ? `${said}: working` : said}
        className="w-full"
      >
        {text}
      </Pill>
      {isMine && download.problem ? (
        <span className="max-w-36 text-center text-12 text-negative-text">{download.problem}</span>
      ) : null}
    </span>
  );
}

const pendingText = (name: string) => `Pending: the payment for ${name} is being checked`;

const saidOf = (name: string, price: Price) =>
  price.amountMinor === 0
    ? `Get ${name}`
    : `${price.kind === 'subscription' ? 'Subscribe to' : 'Buy'} ${name} for ${priceText(price)}`;
