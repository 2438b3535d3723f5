import type { Mix } from '@/lib/integrity/coordination';
import { COPY_SIMILARITY, YOUNG_DAYS } from '@/lib/integrity/coordination';
import { type Facts, shortTextLength } from '@/lib/integrity/rules';
import { comparedText, trigramsOf, trimmedBody } from '@/lib/integrity/text';
import { highestAmong, SimilarTexts } from './similar';

/** A review of a file. Times in ms. */
export type FileReview = {
  id: string;
  text: string;
  rating: number | null;
  at: number;
  author: string;
  authorAt: number;
  owns: boolean;
  isPaid: boolean;
  app: string;
};

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export type Span = { from: number; to: number };

const isWithin = (spans: readonly Span[], at: number) => spans.some(({ from, to }) => at > from && at <= to);

type AuthorReview = { at: number; app: string; trigrams: ReadonlySet<string> };
type Entry = { at: number; author: string; rating: number | null; isYoung: boolean; isCopied: boolean };

/** One app's reviews in the order of time. */
type AppPast = { times: number[]; quick: number[]; entries: Entry[]; similar: SimilarTexts };

/** What the first index of a sorted list is whose value is greater. */
function firstAfter(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const inOrder = (reviews: readonly FileReview[]): FileReview[] => reviews.toSorted((a, b) => a.at - b.at);

/**
 * What was before each review of a file, as the worker would have found it in the store. Reviews are taken in the order of
 * time; everything about one is asked right after it was taken.
 */
export class History {
  private readonly apps = new Map<string, AppPast>();
  private readonly authors = new Map<string, AuthorReview[]>();
  private readonly authorTimes = new Map<string, number[]>();
  private readonly exact = new Map<string, number>();
  private readonly sameText = new Map<string, { at: number; author: string; app: string }[]>();
  private readonly nextTimes: Map<string, number[]>;

  /** All of the reviews: those of the very same moment count, before or after. */
  constructor(all: readonly FileReview[]) {
    this.nextTimes = new Map();
    for (const { app, author, at } of inOrder(all)) {
      push(this.nextTimes, `app ${app}`, at);
      push(this.authorTimes, author, at);
    }
  }

  take(review: FileReview): { facts: Facts; firstReviewDays: number; sameTextAccounts: number } {
    const { text, at, author, app } = review;
    const past = this.apps.get(app) ?? { times: [], quick: [0], entries: [], similar: new SimilarTexts() };
    this.apps.set(app, past);
    const trigrams = trigramsOf(text);
    const body = trimmedBody(text);
    const mine = this.authors.get(author) ?? [];
    const copiedAt = this.exact.get(body);
    const isCopy = copiedAt !== undefined && copiedAt > at - 30 * DAY;
    const isEmpty = body === '';
    const highestSimilarity = isEmpty
      ? 0
      : isCopy
        ? 1
        : Math.max(
            past.similar.highest(trigrams),
            highestAmong(
              trigrams,
              mine.map((other) => other.trigrams),
            ),
          );
    const compared = comparedText(text);
    if (!isEmpty) {
      push(this.sameText, compared, { at, author, app });
      past.similar.add(trigrams);
      this.exact.set(body, at);
    }
    const sameTextAccounts = isEmpty ? 1 : this.accountsWith(compared, review);
    const isCopied = [...body].length >= shortTextLength ? highestSimilarity >= COPY_SIMILARITY : sameTextAccounts >= 3;
    past.entries.push({
      at,
      author,
      rating: review.rating,
      isYoung: at - review.authorAt < YOUNG_DAYS * DAY,
      isCopied: isCopied && !isEmpty,
    });
    this.authors.set(author, [...mine, { at, app, trigrams }]);
    const times = this.authorTimes.get(author) ?? [];
    return {
      facts: {
        text,
        authorReviews24h: firstAfter(times, at) - firstAfter(times, at - DAY),
        accountAgeDays: (at - review.authorAt) / DAY,
        owns: review.owns,
        app: this.appCounts(app, at),
        highestSimilarity,
      },
      firstReviewDays: (at - (times[0] ?? at)) / DAY,
      sameTextAccounts,
    };
  }

  /** Accounts that wrote the same text in 30 days: about this app, or about any where it is long enough to be no chance. */
  accountsWith(compared: string, { at, app, text }: FileReview): number {
    const isLong = [...trimmedBody(text)].length >= shortTextLength;
    const same = (this.sameText.get(compared) ?? []).filter(
      (other) => other.at > at - 30 * DAY && (isLong || other.app === app),
    );
    return new Set(same.map((other) => other.author)).size;
  }

  private appCounts(app: string, at: number): Facts['app'] {
    const times = this.nextTimes.get(`app ${app}`) ?? [];
    const from = firstAfter(times, at - DAY);
    const until = firstAfter(times, at);
    let gapsUnder60s = 0;
    for (let i = from + 1; i < until; i += 1) if ((times[i] ?? 0) - (times[i - 1] ?? 0) < 60_000) gapsUnder60s += 1;
    return { in24h: until - from, in28dBefore: from - firstAfter(times, at - 29 * DAY), gapsUnder60s };
  }

  /** What the app's reviews in (after, until] are like, of those taken so far and outside of the spans. */
  mixOf(app: string, after: number, until: number, except: readonly Span[] = []): Mix {
    const mix = { reviews: 0, fiveStar: 0, oneStar: 0, young: 0, copied: 0 };
    const entries = this.apps.get(app)?.entries ?? [];
    for (let i = entries.length - 1; i >= 0; i -= 1) {
      const entry = entries[i];
      if (!entry || entry.at <= after) break;
      if (entry.at > until || isWithin(except, entry.at)) continue;
      mix.reviews += 1;
      if (entry.rating === 5) mix.fiveStar += 1;
      if (entry.rating === 1) mix.oneStar += 1;
      if (entry.isYoung) mix.young += 1;
      if (entry.isCopied) mix.copied += 1;
    }
    return mix;
  }

  /** Reviews on each of the days before `until`, since the app's first, the last day last; no days of the spans. */
  dailyCounts(app: string, until: number, most: number, except: readonly Span[]): number[] {
    const times = this.nextTimes.get(`app ${app}`) ?? [];
    const days = Math.min(most, Math.ceil((until - (times[0] ?? until)) / DAY));
    return Array.from({ length: Math.max(days, 0) }, (_, i) => until - (days - 1 - i) * DAY)
      .filter((end) => !except.some(({ from, to }) => from < end && to > end - DAY))
      .map((end) => firstAfter(times, end) - firstAfter(times, end - DAY));
  }

  /** Other accounts that reviewed at least three of the author's apps, this one too, each within a day of the author. */
  companionsOf({ author, app }: FileReview): number {
    const mine = this.authors.get(author) ?? [];
    if (new Set(mine.map((review) => review.app)).size < 3) return 0;
    const met = new Map<string, Set<string>>();
    for (const { app: common, at } of mine) {
      for (const entry of this.apps.get(common)?.entries ?? []) {
        if (entry.author === author || Math.abs(entry.at - at) > DAY) continue;
        const apps = met.get(entry.author) ?? new Set();
        met.set(entry.author, apps.add(common));
      }
    }
    return [...met.values()].filter((apps) => apps.size >= 3 && apps.has(app)).length;
  }
}

function push<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
