import { BadgeCheck, ExternalLink } from 'lucide-react';
import type { Metadata } from 'next';
import { cache } from 'react';
import { AppList } from '@/components/store/app-list';
import { Masthead } from '@/components/store/masthead';
import { cx } from '@/components/ui/cx';
import { counted } from '@/components/ui/format';
import { pageContext, viewerCountry } from '@/lib/auth/page';
import { listHotApps } from '@/lib/catalog/hot-apps';
import { describe } from '@/lib/catalog/discovery/plain-text';
import { appListData, developerData } from '@/lib/catalog/discovery/structured-data';
import { getDeveloper } from '@/lib/catalog/queries';
import { appsQuery } from '@/lib/catalog/schema';
import { countryName, isCountry } from '@/lib/country';
import { getSettings } from '@/lib/settings';
import { JsonLd, siteOf } from '../../../json-ld';
import { pageMetadata } from '../../../metadata';
import { Missing, missingMetadata } from '../../../missing';
import { ownedOf } from '../../../owned';
import { fromCursor, keepValid, pick, type SearchParams } from '../../../search-params';

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

const longName = 40;

const findDeveloper = cache(async (slug: string) =>
  slug.length > 120 ? null : getDeveloper(await pageContext(), slug),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const developer = await findDeveloper((await params).slug);
  if (!developer) return missingMetadata;
  return pageMetadata({
    title: developer.name,
    description: describe(`${counted(developer.appCount, 'app')} by ${developer.name}`, developer.description),
    path: `/developers/${developer.slug}`,
  });
}

export default async function DeveloperPage({ params, searchParams }: Props) {
  const ctx = await pageContext();
  const [developer, country] = await Promise.all([
    findDeveloper((await params).slug),
    viewerCountry(ctx, await searchParams),
  ]);
  if (!developer) return <Missing kind="developer" address={(await params).slug} />;
  const { cursor: asked } = keepValid(appsQuery, await pick(searchParams, ['cursor']));
  const query = { developer: developer.slug, country, limit: '30' };
  const { page, cursor } = await fromCursor(asked, (from) =>
    listHotApps(ctx, { ...appsQuery.parse({ ...query, cursor: from }), country }),
  );
  const owned = await ownedOf(ctx, page.items);
  const { website } = developer;
  const site = siteOf(await getSettings(ctx));

  return (
    <>
      <JsonLd data={[developerData(developer, site), ...appListData(`Apps by ${developer.name}`, page.items, site)]} />
      <Masthead color={page.items[0]?.color ?? 'var(--line-strong)'} apps={page.items}>
        <p className="text-13 text-muted">Developer</p>
        <h1
          className={cx(
            'mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold tracking-tight wrap-anywhere',
            developer.name.length > longName ? 'text-26 md:text-34' : 'text-34 md:text-46',
          )}
        >
          <bdi>{developer.name}</bdi>
          {developer.verified ? (
            <span className="inline-flex items-center gap-1.5 text-15 font-medium tracking-normal text-accent-text">
              <BadgeCheck className="size-5" aria-hidden="true" /> Verified
            </span>
          ) : null}
        </h1>
        {developer.description ? (
          <p className="mt-3 max-w-[60ch] text-17 break-words whitespace-pre-line text-muted">
            {developer.description}
          </p>
        ) : null}
        <p className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-13 text-muted">
          {isCountry(developer.country) ? <span>{countryName(developer.country)}</span> : null}
          {developer.verifiedDomain ? <span>Owns {developer.verifiedDomain}</span> : null}
          {website && /^https?:\/\//i.test(website) ? (
            <a
              href={website}
              rel="nofollow ugc noopener noreferrer"
              className="inline-flex items-center gap-1 rounded-control text-accent-text hover:underline"
            >
              Website <ExternalLink className="size-3.5 rtl:-scale-x-100" aria-hidden="true" />
            </a>
          ) : null}
        </p>
      </Masthead>
      <div className="page-width">
        <h2 dir="auto" className="mt-6 mb-2 text-20 font-semibold">
          {counted(developer.appCount, 'app')}
        </h2>
        <AppList
          path="/api/v1/apps"
          params={{ ...query, ...(cursor ? { cursor } : {}) }}
          initial={page}
          owned={[...owned]}
          href={`/developers/${developer.slug}`}
          label={`Apps by ${developer.name}`}
        />
      </div>
    </>
  );
}
