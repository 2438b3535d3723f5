import { TileRail } from '@/components/store/app-rail';
import { pageContext } from '@/lib/auth/page';
import { listRelated } from '@/lib/search/similar';
import { ownedOf } from '../../../owned';

export async function SimilarApps({ appId, country }: { appId: string; country: string }) {
  const ctx = await pageContext();
  const { items, boughtTogether } = await listRelated(ctx, appId, country);
  const owned = await ownedOf(ctx, items, boughtTogether);
  return (
    <>
      {items.length > 0 ? (
        <section aria-label="Similar apps">
          <TileRail title="You might also like" apps={items} owned={owned} />
        </section>
      ) : null}
      {boughtTogether.length > 0 ? (
        <section aria-label="Bought together">
          <TileRail title="Bought together" apps={boughtTogether} owned={owned} />
        </section>
      ) : null}
    </>
  );
}
