import { BadgeCheck, ExternalLink } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { AppList } from '@/components/store/app-list';
import { counted } from '@/components/ui/format';
import { pageContext, viewerCountry } from '@/lib/auth/page';
import { listApps } from '@/lib/catalog/list-apps';
import { getDeveloper } from '@/lib/catalog/queries';
import { appsQuery } from '@/lib/catalog/schema';
import { countryName } from '@/lib/country';
import { ownedOf } from '../../../owned';
import { fromCursor, keepValid, pick, type SearchParams } from '../../../search-params';

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

const findDeveloper = cache(async (slug: string) =>
  slug.length > 120 ? null : getDeveloper(await pageContext(), slug),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const developer = await findDeveloper((await params).slug);
  if (!developer) return { title: 'Not found' };
  return {
    title: developer.name,
    description: `${counted(developer.appCount, 'app')} by ${developer.name}.`,
    alternates: { canonical: `/developers/${developer.slug}` },
  };
}

export default async function DeveloperPage({ params, searchParams }: Props) {
  const ctx = await pageContext();
  const [developer, country] = await Promise.all([
    findDeveloper((await params).slug),
    viewerCountry(ctx, await searchParams),
  ]);
  if (!developer) notFound();
  const { cursor: asked } = keepValid(appsQuery, await pick(searchParams, ['cursor']));
  const query = { developer: developer.slug, country, limit: '30' };
  const { page, cursor } = await fromCursor(asked, (from) =>
    listApps(ctx, { ...appsQuery.parse({ ...query, cursor: from }), country }),
  );
  const owned = await ownedOf(ctx, page.items);
  const { website } = developer;

  return (
    <div className="page-width pt-8 md:pt-12">
      <header className="border-b border-line pb-7">
        <p className="text-13 text-muted">Developer</p>
        <h1 className="mt-1 flex flex-wrap items-center gap-x-3 text-34 font-semibold tracking-tight break-words">
          {developer.name}
          {developer.verified ? (
            <span className="inline-flex items-center gap-1.5 text-15 font-medium tracking-normal text-accent-text">
              <BadgeCheck className="size-5" aria-hidden="true" /> Verified
            </span>
          ) : null}
        </h1>
        {developer.description ? (
          <p className="mt-3 max-w-[68ch] text-17 whitespace-pre-line text-muted">{developer.description}</p>
        ) : null}
        <p className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-13 text-muted">
          <span>{countryName(developer.country)}</span>
          {developer.verifiedDomain ? <span>Owns {developer.verifiedDomain}</span> : null}
          {website && /^https?:\/\//i.test(website) ? (
            <a
              href={website}
              rel="nofollow ugc noopener noreferrer"
              className="inline-flex items-center gap-1 text-accent-text hover:underline"
            >
              Website <ExternalLink className="size-3.5" aria-hidden="true" />
            </a>
          ) : null}
        </p>
      </header>
      <h2 className="mt-7 mb-2 text-20 font-semibold">{counted(developer.appCount, 'app')}</h2>
      <AppList
        path="/api/v1/apps"
        params={{ ...query, ...(cursor ? { cursor } : {}) }}
        initial={page}
        owned={[...owned]}
        href={`/developers/${developer.slug}`}
        label={`Apps by ${developer.name}`}
      />
    </div>
  );
}
