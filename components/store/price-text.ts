import type { Price } from '@/lib/catalog/schema';
import { formatMoney } from '@/lib/money';

export const perPeriod: Record<NonNullable<Price['period']>, string> = {
  P1W: 'a week',
  P1M: 'a month',
  P2M: 'every 2 months',
  P3M: 'every 3 months',
  P6M: 'every 6 months',
  P1Y: 'a year',
};

/** What the button of somebody who does not own the app says. */
export function buttonText(price: Price): string {
  if (price.kind === 'subscription') return 'Subscribe';
  return price.amountMinor === 0 ? 'Get' : formatMoney(price);
}

/** "Free", "$2.99", "$4.99 a month". */
export function priceText(price: Price): string {
  if (price.amountMinor === 0) return 'Free';
  const amount = formatMoney(price);
  return price.kind === 'subscription' && price.period ? `${amount} ${perPeriod[price.period]}` : amount;
}

/** "14 days free, then $4.99 a month"; null without a trial. */
export function trialText(price: Price): string | null {
  return price.trialDays ? `${price.trialDays} days free, then ${priceText(price)}` : null;
}
