import { Link } from '@/components/ui/link';
import type { ReactNode } from 'react';
import { formatBytes, formatCompact, formatRating, languageName } from '@/components/ui/format';
import { Scroller } from '@/components/ui/scroller';
import { Stars } from '@/components/ui/stars';
import type { AppDetail, AppVersion } from '@/lib/catalog/schema';
import { ratingsForAverage } from '@/lib/reviews/rules';

/** What one wants to know at a glance; scrolls sideways on phones. */
export function FactsStrip({ app, latest }: { app: AppDetail; latest: AppVersion | null }) {
  const { rating } = app;
  const hasAverage = rating.count >= ratingsForAverage;
  const languages = latest?.languages ?? [];
  return (
    <div className="page-width">
      <Scroller as="dl" className="my-3 divide-x divide-line md:my-4">
        <Fact
          term={
            rating.count === 0
              ? 'Rating'
              : `${formatCompact(rating.count)} ${rating.count === 1 ? 'rating' : 'ratings'}`
          }
          value={hasAverage ? formatRating(rating.average) : '–'}
          note={
            hasAverage ? (
              <Stars value={rating.average} className="text-12" />
            ) : rating.count === 0 ? (
              'None yet'
            ) : (
              'Not enough ratings'
            )
          }
        />
        <Fact term="Age" value={`${app.ageRating}+`} note="years" />
        <Fact
          term="Category"
          value={
            <Link href={`/categories/${app.category}`} className="rounded-control hover:underline">
              {app.categoryName}
            </Link>
          }
          note={app.subcategoryName ?? '\u00a0'}
        />
        <Fact term="Downloads" value={formatCompact(app.downloads)} note="in this store" />
        {languages.length > 0 ? (
          <Fact
            term="Language"
            value={languages[0]?.toUpperCase()}
            note={languages.length > 1 ? `and ${languages.length - 1} more` : languageName(languages[0] ?? '')}
          />
        ) : null}
        {latest && latest.sizeBytes > 0 ? (
          <Fact term="Size" value={formatBytes(latest.sizeBytes)} note={<bdi>Version {latest.version}</bdi>} />
        ) : null}
      </Scroller>
    </div>
  );
}

function Fact({ term, value, note }: { term: string; value: ReactNode; note: ReactNode }) {
  return (
    <div className="flex min-w-32 flex-1 flex-col items-center px-5 text-center">
      <dt dir="auto" className="text-12 whitespace-nowrap text-muted">
        {term}
      </dt>
      <dd className="flex max-w-full flex-col items-center">
        <bdi className="text-17 leading-8 font-semibold whitespace-nowrap numerals">{value}</bdi>
        <span className="max-w-44 truncate text-12 text-muted">{note}</span>
      </dd>
    </div>
  );
}
