import type { Offer } from '@/components/console/offers';
import { whyNot } from '@/lib/accounts/organizations/rules';
import type { Organization } from '@/lib/accounts/organizations/schema';
import { listTransfers } from '@/lib/publishing/transfers/queries';
import { consoleContext } from './guard';

/** Apps that are offered to these organisations of mine, with why I may not answer. */
export async function offersTo(organizations: Organization[]): Promise<Offer[]> {
  const { items } = await listTransfers(await consoleContext());
  return items.flatMap((transfer) => {
    const mine = organizations.find(({ slug }) => slug === transfer.to.slug);
    if (!mine || transfer.outcome !== null) return [];
    return [{ ...transfer, reason: mine.role === null ? null : whyNot(mine.role, 'own') }];
  });
}
