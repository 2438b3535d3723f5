import { formatMoney } from '@/lib/money';
import type { Purchase } from '@/lib/purchases/schema';

export const purchaseStates: Record<Purchase['status'], { label: string; className: string }> = {
  completed: { label: 'Completed', className: 'bg-accent-soft text-accent-text' },
  pending: { label: 'Being checked', className: 'bg-amber-soft text-amber-text' },
  failed: { label: 'Failed', className: 'bg-negative-soft text-negative-text' },
  refunded: { label: 'Refunded', className: 'bg-sunken text-ink' },
};

/** "$2.99", "Free", "Trial": what was paid. */
export function paidText(purchase: Pick<Purchase, 'amountMinor' | 'currency' | 'kind'>): string {
  if (purchase.amountMinor > 0) return formatMoney(purchase);
  return purchase.kind === 'subscription' ? 'Trial' : 'Free';
}
