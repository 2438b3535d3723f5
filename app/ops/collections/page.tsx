import type { Metadata } from 'next';
import { CollectionsList } from '@/components/ops/collections/collections-list';
import { NewCollection } from '@/components/ops/collections/new-collection';
import { PageHead } from '@/components/ops/page-head';
import { pageContext, requirePageRole } from '@/lib/auth/page';
import { listCollectionDrafts } from '@/lib/catalog/collections';

export const metadata: Metadata = { title: 'Collections', robots: { index: false } };

export default async function CollectionsPage() {
  const ctx = await pageContext();
  requirePageRole(ctx, 'admin', '/ops/collections');
  const all = await listCollectionDrafts(ctx);
  return (
    <>
      <PageHead
        title="Collections"
        text="Stories and lists of the front page. The first live story stands large, the next two beside it, the others further down."
        action={<NewCollection />}
      />
      <CollectionsList initial={all} />
    </>
  );
}
