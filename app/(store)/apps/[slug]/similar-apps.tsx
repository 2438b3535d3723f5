import { TileRail } from '@/components/store/app-rail';
import { pageContext } from '@/lib/auth/page';
import { listHotSimilar } from '@/lib/catalog/hot-apps';
import { ownedOf } from '../../../owned';

export async function SimilarApps({ appId, country }: { appId: string; country: string }) {
  const ctx = await pageContext();
  const apps = await listHotSimilar(ctx, appId, country);
  if (apps.length === 0) return null;
  const owned = await ownedOf(ctx, apps);
  return (
    <section aria-label="Similar apps">
      <TileRail title="You might also like" apps={apps} owned={owned} />
    </section>
  );
}
