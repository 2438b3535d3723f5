import { appendAudit } from '@/lib/audit';
import { publishTexts } from '@/lib/catalog/publish-listing';
import type { Tx } from '@/db/client';
import { type Ctx, inTransaction } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { requireCategory } from './categories';
import { problemsOf } from './check-listing';
import { changeDraft } from './drafts';
import { describeListing, mediaErrors } from './listing';
import { type LiveListing, readLiveListing } from './live-listing';
import { requireApp } from './require-app';
import type { Listing, ListingPatch, ListingView } from './schema';

/**
 * Changes the fields that are named. Of a released app description and promotional text, in every language, are what
 * shoppers see from then on, which is audited; the rest waits for the next release. For marketers and keys that may change
 * listings. Throws as `requireApp`, 409 `listing_locked`, 412 `revision_conflict`, 422 `unknown_category`,
 * `unknown_media`, and `not_ready` for a text that may not be live.
 */
export async function updateListing(
  ctx: Ctx,
  ref: string,
  patch: ListingPatch,
  { revision = null }: { revision?: string | null } = {},
): Promise<ListingView> {
  const app = await requireApp(ctx, ref, 'listing');
  const draft = await inTransaction(ctx, async (ctx) => {
    const draft = await changeDraft(ctx, app, (listing) => merged(ctx, app.appId, listing, patch), { revision });
    const live = await readLiveListing(ctx, app.appId);
    if (live.isReleased) await changeLiveTexts(ctx, app.appId, live, draft.listing);
    return draft;
  });
  return describeListing(ctx, app, draft);
}

async function merged(ctx: Ctx, appId: string, listing: Listing, patch: ListingPatch): Promise<Listing> {
  const after: Listing = { ...listing, ...patch };
  // A kind belongs to its category.
  if (after.category !== listing.category && patch.subcategory === undefined) after.subcategory = null;
  if (patch.category !== undefined || patch.subcategory !== undefined) await requireCategory(ctx, after);
  if (patch.iconId !== undefined || patch.screenshots !== undefined) {
    const errors = await mediaErrors(ctx, appId, after);
    if (errors.length > 0) throw new AppError('unprocessable', 'unknown_media', { detail: errors[0]?.message, errors });
  }
  return after;
}

const isLive = (path: string) =>
  /^(description|promotionalText|translations\..*\.(description|promotionalText))$/.test(path);

async function changeLiveTexts(ctx: Ctx & { db: Tx }, appId: string, live: LiveListing, draft: Listing): Promise<void> {
  const { description, promotionalText } = draft;
  const before = live.listing;
  const translations = liveTranslations(before.translations, draft.translations);
  const changed = [
    ...(description === before.description ? [] : ['description']),
    ...(promotionalText === before.promotionalText ? [] : ['promotionalText']),
    ...Object.keys(translations).flatMap((tag) =>
      (['description', 'promotionalText'] as const)
        .filter((name) => (before.translations[tag]?.[name] ?? '') !== translations[tag]?.[name])
        .map((name) => `translations.${tag}.${name}`),
    ),
  ];
  if (changed.length === 0) return;
  const errors = problemsOf(draft, { isFirst: false }).filter(
    ({ path, severity }) => severity === 'error' && isLive(path) && changed.includes(path),
  );
  if (errors.length > 0) {
    throw new AppError('unprocessable', 'not_ready', {
      detail: errors[0]?.message,
      errors: errors.map(({ path, message }) => ({ path, message })),
    });
  }
  await publishTexts(ctx, appId, { description, promotionalText, translations });
  await appendAudit(ctx, {
    action: 'app.text_changed',
    subjectType: 'app',
    subjectId: appId,
    changes: { fields: changed },
    texts: { description, promotionalText },
  });
}

/** Subtitles go through review, and so do languages that go away. */
function liveTranslations(live: Listing['translations'], draft: Listing['translations']): Listing['translations'] {
  const changed = Object.entries(draft)
    .filter(([tag, texts]) => live[tag] !== undefined || texts.description !== '' || texts.promotionalText !== '')
    .map(([tag, texts]) => [tag, { ...texts, subtitle: live[tag]?.subtitle ?? '' }] as const);
  return { ...live, ...Object.fromEntries(changed) };
}
