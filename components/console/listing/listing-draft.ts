import { type Listing, listingPatch, type Media, type Problem } from '@/lib/publishing/schema';

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The fields in which two listings differ, as the first has them. */
export function differing(draft: Listing, base: Listing): Partial<Listing> {
  const keys = (Object.keys(draft) as (keyof Listing)[]).filter((key) => !isSame(draft[key], base[key]));
  return Object.fromEntries(keys.map((key) => [key, draft[key]])) as Partial<Listing>;
}

/** Whether somebody else has changed a field that is changed here too; pictures are merged instead. */
export function bothChanged(before: Listing, theirs: Listing, mine: Partial<Listing>): boolean {
  return Object.keys(differing(theirs, before)).some((key) => key in mine && key !== 'iconId' && key !== 'screenshots');
}

/** What is changed here, with a picture that was stored meanwhile. */
export function withMedia(changed: Partial<Listing>, { id, kind }: Media): Partial<Listing> {
  const { iconId, screenshots, ...rest } = changed;
  if (kind === 'icon') return { ...rest, ...(screenshots ? { screenshots } : {}) };
  return {
    ...rest,
    ...(iconId === undefined ? {} : { iconId }),
    ...(screenshots ? { screenshots: [...screenshots, { id, altText: '', platform: null }] } : {}),
  };
}

/** Pictures once each, the later ones in the place of the earlier. */
export const merged = (known: readonly Media[], more: readonly Media[]): Media[] => [
  ...known.filter(({ id }) => !more.some((one) => one.id === id)),
  ...more,
];

/** Of a released app these are what shoppers see at once. */
export const isLiveField = (field: string) => field === 'description' || field === 'promotionalText';

const words: Record<string, string> = {
  supportUrl: 'A web address such as https://example.org/help.',
  privacyUrl: 'A web address such as https://example.org/privacy.',
};

/** What the store would not take at all, said before it is sent. */
export function schemaProblems(changed: Partial<Listing>): Problem[] {
  const result = listingPatch.safeParse(changed);
  if (result.success) return [];
  return result.error.issues.map(({ path, message, code }) => ({
    path: path.join('.'),
    code,
    message: words[String(path[0])] ?? message,
    severity: 'error',
  }));
}
