import type { Metadata } from 'next';
import { NothingHere } from '@/components/layout/nothing-here';
import { AppRow } from '@/components/store/app-row';
import { pageContext, viewerCountry } from '@/lib/auth/page';
import { listPopular } from '@/lib/catalog/list-apps';
import type { Ctx } from '@/lib/context';
import { requestScope } from '@/lib/request-scope';
import { searchQuery } from '@/lib/search/schema';
import { searchApps } from '@/lib/search/search-apps';
import { ownedOf } from './owned';

export const missingMetadata: Metadata = { title: 'Not found', robots: { index: false } };

const titles = {
  app: 'There is no such app here',
  category: 'There is no such category',
  developer: 'There is no such developer here',
  story: 'There is no such story',
  page: 'There is nothing at this address',
};

const notes = {
  app: 'It may have been taken off the store, or the address has a slip in it. What you own stays in your library.',
  category: 'It may have another name by now, or the address has a slip in it.',
  developer: 'They may have another name by now, or the address has a slip in it.',
  story: 'It may have been taken down, or the address has a slip in it.',
  page: 'It may have moved, or the address has a slip in it. What you own stays in your library.',
};

const shown = 6;

/**
 * The page of what is not there, drawn on the server and sent as a 404: `notFound()` would leave an empty document
 * to be filled in by scripts. Shows the apps that the last words of the address may have meant, else popular ones.
 */
export async function Missing({ kind, address }: { kind: keyof typeof titles; address: string }) {
  const scope = requestScope();
  if (scope) scope.isMissing = true;
  const ctx = await pageContext();
  const country = await viewerCountry(ctx);
  const words = wordsOf(address);
  const meant = await meantBy(ctx, words, country);
  const apps = meant.length > 0 ? meant : await listPopular(ctx, country, shown);
  const owned = await ownedOf(ctx, apps);
  return (
    <NothingHere title={titles[kind]} note={notes[kind]} words={words}>
      {apps.length > 0 ? (
        <section aria-labelledby="perhaps" className="mt-10">
          <h2 id="perhaps" className="serif border-b border-line pb-3 text-26">
            {meant.length > 0 ? 'Perhaps you meant' : 'What others came for'}
          </h2>
          <ul className="grid grid-cols-1 gap-x-10 sm:grid-cols-2 xl:grid-cols-3">
            {apps.map((app) => (
              <AppRow key={app.id} app={app} isOwned={owned.has(app.id)} className="border-b border-line" />
            ))}
          </ul>
        </section>
      ) : null}
    </NothingHere>
  );
}

/** "/apps/Quiet-Ches.html" → "Quiet Ches"; nothing of what only a machine would ask for. */
function wordsOf(address: string): string {
  let text = address;
  try {
    text = decodeURIComponent(address);
  } catch {
    // As it stands: a stray percent sign.
  }
  const last = text.split('/').filter(Boolean).at(-1) ?? '';
  const words = last
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words.length < 2 || words.length > 60 || /[0-9a-f]{8} [0-9a-f]{4} /.test(words) ? '' : words;
}

/** All words first; then the longest of them, and its beginning, which forgives a slip near the end. */
async function meantBy(ctx: Ctx, words: string, country: string) {
  if (words === '') return [];
  const longest = words.split(' ').sort((a, b) => b.length - a.length)[0] ?? '';
  const start = longest.slice(0, Math.max(3, Math.ceil(longest.length * 0.6)));
  for (const q of new Set([words, longest, start])) {
    const { items, partial } = await searchApps(ctx, { ...searchQuery.parse({ q, limit: shown }), country });
    if (items.length + partial.length > 0) return [...items, ...partial].slice(0, shown);
  }
  return [];
}
