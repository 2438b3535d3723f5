import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { Link } from '@/components/ui/link';
import { notFound } from 'next/navigation';
import { CollectionEditor } from '@/components/ops/collections/editor';
import { pageContext, requirePageRole } from '@/lib/auth/page';
import { requireCollection } from '@/lib/catalog/collections';
import { AppError } from '@/lib/errors';
import { isId } from '@/lib/ids';

export const metadata: Metadata = { title: 'Edit a collection', robots: { index: false } };

export default async function CollectionPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await pageContext();
  const { id } = await params;
  requirePageRole(ctx, 'admin', `/ops/collections/${id}`);
  if (!isId(id)) notFound();
  const collection = await requireCollection(ctx, id).catch((error: unknown) => {
    if (error instanceof AppError && error.kind === 'not_found') notFound();
    throw error;
  });
  return (
    <>
      <header className="mb-8">
        <Link
          href="/ops/collections"
          className="-ms-2 inline-flex h-11 items-center gap-2 rounded-control px-2 text-15 font-medium text-muted hover:text-ink"
        >
          <ArrowLeft className="size-4.5 rtl:-scale-x-100" aria-hidden="true" />
          Collections
        </Link>
        <h1 className="serif text-34 wrap-anywhere">{collection.title}</h1>
      </header>
      <CollectionEditor key={collection.id} initial={collection} />
    </>
  );
}
