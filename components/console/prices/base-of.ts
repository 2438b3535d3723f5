import type { Money } from '@/lib/money';
import type { PricesView } from '@/lib/publishing/prices/schema';

/** Imported apps have prices without a base: everybody else's stands for it. */
export function baseOf({ base, countries }: PricesView): Money | null {
  const others = countries.find(({ country }) => country === '*');
  return base ?? (others ? { currency: others.currency, amountMinor: others.amountMinor } : null);
}
