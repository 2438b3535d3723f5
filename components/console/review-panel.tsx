'use client';

import { MessageSquareText, SearchX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { EmptyState } from '@/components/ui/empty-state';
import { SelectField, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { ShowMore } from '@/components/ui/show-more';
import { type Params, usePages } from '@/components/ui/use-pages';
import { countryName } from '@/lib/country';
import { type Page, sentenceOf } from '@/lib/http/fetch-json';
import type { ConsoleReview, ReviewSummary } from '@/lib/reviews/schema';
import { ReviewItem } from './review-item';
import { ReviewSummaryHead } from './review-summary';

const waitMs = 250;

type Props = {
  /** What every request says: the organisation, and the app where it is one's. */
  scope: Params;
  params: Params;
  initial: Page<ConsoleReview>;
  summary: ReviewSummary;
  countries: string[];
  /** This page's own address. */
  href: string;
  refusal: string | null;
};

const fieldsOf = (params: Params) => ({
  q: params.q ?? '',
  stars: params.stars ?? '',
  country: params.country ?? '',
  version: params.version ?? '',
  answered: params.answered ?? '',
});

const addressOf = (href: string, app: string | undefined, wanted: string): string => {
  const query = [app === undefined ? '' : `app=${encodeURIComponent(app)}`, wanted]
    .filter((part) => part !== '')
    .join('&');
  return query === '' ? href : `${href}?${query}`;
};

/** Reviews of my apps: found by stars, country, version, answer and words; answered in place. */
export function ReviewPanel({ scope, params: first, initial, summary, countries, href, refusal }: Props) {
  const [fields, setFields] = useState(fieldsOf(first));
  const [params, setParams] = useState(first);
  const [changed, setChanged] = useState<Record<string, ConsoleReview>>({});
  const pages = usePages<ConsoleReview>({
    path: '/api/v1/console/reviews',
    params,
    initial: { page: initial, params: first },
    keepMs: 0,
  });
  const reviews = pages.items.map((review) => changed[review.id] ?? review);
  const given = Object.fromEntries(
    Object.entries(fields)
      .map(([name, value]) => [name, value.trim()])
      .filter(([, value]) => value !== ''),
  );
  const wanted = new URLSearchParams(given).toString();
  const { app } = scope;
  const here = addressOf(href, app, wanted);

  useEffect(() => {
    const timer = setTimeout(() => {
      setParams((now) => {
        const next = { ...scope, ...Object.fromEntries(new URLSearchParams(wanted)) };
        const { cursor: _, ...asked } = now;
        return new URLSearchParams(asked).toString() === new URLSearchParams(next).toString() ? now : next;
      });
      history.replaceState(history.state, '', here);
    }, waitMs);
    return () => clearTimeout(timer);
  }, [wanted, scope, here]);

  const set = (name: keyof typeof fields) => (event: { target: { value: string } }) =>
    setFields({ ...fields, [name]: event.target.value });

  const answeredHere = pages.items.reduce(
    (sum, review) => sum + Number(review.response === null) - Number((changed[review.id] ?? review).response === null),
    0,
  );

  return (
    <>
      <ReviewSummaryHead
        summary={{ ...summary, unanswered: Math.max(0, summary.unanswered - answeredHere) }}
        stars={fields.stars === '' ? null : Number(fields.stars)}
        onStars={(stars) => setFields({ ...fields, stars: stars === null ? '' : String(stars) })}
        isUnanswered={fields.answered === 'false'}
        onUnanswered={(is) => setFields({ ...fields, answered: is ? 'false' : '' })}
      />
      <form
        aria-label="Find reviews"
        action={href}
        className="mb-6 grid grid-cols-2 gap-3 md:grid-cols-[minmax(0,1fr)_8rem_9rem_10rem_7rem]"
        onSubmit={(event) => event.preventDefault()}
      >
        {app === undefined ? null : <input type="hidden" name="app" value={app} />}
        <div className="max-md:col-span-2">
          <TextField label="Words" name="q" type="search" maxLength={100} value={fields.q} onChange={set('q')} />
        </div>
        <SelectField label="Stars" name="stars" value={fields.stars} onChange={set('stars')}>
          <option value="">All</option>
          {[5, 4, 3, 2, 1].map((stars) => (
            <option key={stars} value={stars}>
              {stars === 1 ? '1 star' : `${stars} stars`}
            </option>
          ))}
        </SelectField>
        <SelectField label="Answer" name="answered" value={fields.answered} onChange={set('answered')}>
          <option value="">All</option>
          <option value="false">Unanswered</option>
          <option value="true">Answered</option>
        </SelectField>
        <SelectField label="Country" name="country" value={fields.country} onChange={set('country')}>
          <option value="">All</option>
          {countries.map((code) => (
            <option key={code} value={code}>
              {countryName(code)}
            </option>
          ))}
        </SelectField>
        <TextField label="Version" name="version" maxLength={64} value={fields.version} onChange={set('version')} />
      </form>
      {pages.error && reviews.length === 0 ? (
        <Notice tone="bad" title="The reviews could not be loaded.">
          <p>{sentenceOf(pages.error)}</p>
          <button type="button" className="mt-1 font-semibold underline" onClick={() => pages.retry()}>
            Try again
          </button>
        </Notice>
      ) : reviews.length === 0 && wanted !== '' ? (
        <EmptyState icon={SearchX} title="No review like that">
          <p>Nothing matches these filters.</p>
          <Button tone="soft" className="mt-4" onClick={() => setFields(fieldsOf({}))}>
            Clear filters
          </Button>
        </EmptyState>
      ) : reviews.length === 0 ? (
        <EmptyState icon={MessageSquareText} title="No reviews yet">
          When people write about {app === undefined ? 'your apps' : 'this app'}, you can answer them here.
        </EmptyState>
      ) : (
        <div aria-busy={pages.isDimmed} className={cx('transition-opacity', pages.isDimmed && 'opacity-50')}>
          <ul className="grid grid-cols-1 gap-x-6 gap-y-8 xl:grid-cols-2">
            {reviews.map((review) => (
              <ReviewItem
                key={review.id}
                review={review}
                refusal={refusal}
                onChange={(now) => setChanged({ ...changed, [review.id]: now })}
              />
            ))}
          </ul>
          <ShowMore pages={pages} href={here} noun="reviews" />
        </div>
      )}
    </>
  );
}
