import { ArrowRight, Plus, Sprout } from 'lucide-react';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Offers } from '@/components/console/offers';
import { Chip } from '@/components/ops/chip';
import { PageHead } from '@/components/ops/page-head';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { counted, fromSnake } from '@/components/ui/format';
import { Link } from '@/components/ui/link';
import { consoleContext, myOrganizations } from './guard';
import { offersTo } from './offers-to';

export const metadata: Metadata = { title: 'Developer console', robots: { index: false } };

export default async function ConsolePage() {
  await consoleContext();
  const organizations = await myOrganizations();
  const [first] = organizations;
  if (first && organizations.length === 1) redirect(`/console/${first.slug}`);
  if (!first) {
    return (
      <EmptyState
        icon={Sprout}
        title="Publish your first app"
        action={
          <Link href="/console/new" className={buttonClass('primary', 'h-12 rounded-pill px-6')}>
            Create an organisation
          </Link>
        }
      >
        An organisation is the name that shoppers see under an app: yours, your studio’s, your company’s. It takes a
        minute, and you can invite others to it later.
      </EmptyState>
    );
  }
  const offers = await offersTo(organizations);
  return (
    <div className="mx-auto max-w-[48rem]">
      <PageHead
        title="Developer console"
        text="The organisations that you belong to."
        action={
          <Link href="/console/new" className={buttonClass('soft')}>
            <span className="inline-flex items-center gap-2">
              <Plus className="size-4.5" aria-hidden="true" />
              New organisation
            </span>
          </Link>
        }
      />
      <Offers offers={offers} />
      <ul className="divide-y divide-line border-y border-line">
        {organizations.map(({ id, slug, name, role, appCount, suspendedReason }) => (
          <li key={id} className="relative flex items-center gap-4 py-4 transition-colors hover:bg-quiet">
            <div className="min-w-0 flex-1">
              <Link href={`/console/${slug}`} className="covering block truncate font-semibold">
                <bdi>{name}</bdi>
              </Link>
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-13 text-muted">
                <span>{counted(appCount, 'app')}</span>
                {role ? <Chip>{fromSnake(role)}</Chip> : null}
                {suspendedReason === null ? null : <Chip tone="bad">Suspended</Chip>}
              </p>
            </div>
            <ArrowRight className="size-4.5 shrink-0 text-muted rtl:-scale-x-100" aria-hidden="true" />
          </li>
        ))}
      </ul>
    </div>
  );
}
