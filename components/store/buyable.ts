import type { AppCard } from '@/lib/catalog/schema';
import type { Buyable } from './purchase-context';

/** What a price button has to know, and no more: it travels to the browser once for each. */
export const buyableOf = ({ id, slug, name, iconUrl, color, developer, price }: AppCard): Buyable => ({
  id,
  slug,
  name,
  iconUrl,
  color,
  developer,
  price,
});
