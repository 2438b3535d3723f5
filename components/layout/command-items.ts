import type { Category } from '@/lib/catalog/schema';
import type { CountryOption } from './country-picker';
import type { Theme } from './use-theme';

export type CommandIcon =
  | 'account'
  | 'bell'
  | 'categories'
  | 'console'
  | 'country'
  | 'dark'
  | 'desk'
  | 'heart'
  | 'house'
  | 'library'
  | 'light'
  | 'mail'
  | 'people'
  | 'receipt'
  | 'search'
  | 'settings'
  | 'sign-in'
  | 'sign-out'
  | 'system'
  | 'wallet';

export type AppChoice = { name: string; iconUrl: string | null; color: string };

/** One line of the command menu: it leads somewhere, or does something here. */
export type Command = {
  key: string;
  label: string;
  detail?: string;
  /** Other words that find it. */
  words?: string;
  icon?: CommandIcon;
  app?: AppChoice;
  category?: { icon: string; hue: number };
} & (
  | { href: string; action?: undefined }
  | { href?: undefined; action: { theme: Theme } | { country: string } | 'sign-out' }
);

export type CommandGroup = { value: string; items: Command[] };

export type Surroundings = {
  isSignedIn: boolean;
  isAdmin: boolean;
  isModerator: boolean;
  theme: Theme;
  country: string;
  countries: readonly CountryOption[];
  categories: readonly Pick<Category, 'slug' | 'name' | 'icon' | 'hue' | 'subcategories'>[];
  signInHref: string;
};

const everybody: Command[] = [
  { key: 'page:/', label: 'Today', href: '/', icon: 'house', words: 'home front page stories' },
  { key: 'page:/categories', label: 'Categories', href: '/categories', icon: 'categories', words: 'browse kinds' },
];

const members: Command[] = [
  { key: 'page:/library', label: 'Library', href: '/library', icon: 'library', words: 'my apps downloads updates' },
  { key: 'page:/wishlist', label: 'Wishlist', href: '/wishlist', icon: 'heart', words: 'saved later remember' },
  {
    key: 'page:/purchases',
    label: 'Purchases',
    href: '/purchases',
    icon: 'receipt',
    words: 'history receipts refunds',
  },
  { key: 'page:/notifications', label: 'Notifications', href: '/notifications', icon: 'bell', words: 'news bell' },
  { key: 'page:/account', label: 'Account', href: '/account', icon: 'account', words: 'profile password sessions' },
  {
    key: 'page:/account#payment',
    label: 'Payment methods',
    href: '/account#payment',
    icon: 'wallet',
    words: 'cards pay',
  },
  {
    key: 'page:/console',
    label: 'Developer console',
    href: '/console',
    icon: 'console',
    words: 'publish apps versions organisation upload',
  },
];

const moderators: Command[] = [
  {
    key: 'page:/moderation',
    label: 'Moderation desk',
    href: '/moderation',
    icon: 'desk',
    words: 'review submissions appeals reports audit moderator',
  },
];

const admins: Command[] = [
  {
    key: 'page:/ops/settings',
    label: 'Store settings',
    href: '/ops/settings',
    icon: 'settings',
    words: 'admin name logo colour access legal',
  },
  { key: 'page:/ops/mail', label: 'Mail', href: '/ops/mail', icon: 'mail', words: 'admin letters outbox' },
  { key: 'page:/ops/users', label: 'People', href: '/ops/users', icon: 'people', words: 'admin users accounts roles' },
];

const appearances: { theme: Theme; label: string }[] = [
  { theme: 'light', label: 'Light appearance' },
  { theme: 'dark', label: 'Dark appearance' },
  { theme: 'system', label: 'Appearance as my system' },
];

export function pagesFor({ isSignedIn, isAdmin, isModerator }: Surroundings): Command[] {
  return [...everybody, ...(isSignedIn ? members : []), ...(isModerator ? moderators : []), ...(isAdmin ? admins : [])];
}

export function actionsFor({ isSignedIn, theme, country, countries, signInHref }: Surroundings): Command[] {
  const themes = appearances
    .filter((one) => one.theme !== theme)
    .map<Command>((one) => ({
      key: `theme:${one.theme}`,
      label: one.label,
      icon: one.theme,
      words: 'theme mode colours',
      action: { theme: one.theme },
    }));
  if (isSignedIn)
    return [
      ...themes,
      { key: 'sign-out', label: 'Sign out', icon: 'sign-out', words: 'leave log out', action: 'sign-out' },
    ];
  return [
    { key: 'sign-in', label: 'Sign in', href: signInHref, icon: 'sign-in', words: 'log in account' },
    { key: 'sign-up', label: 'Create an account', href: '/sign-up', icon: 'account', words: 'sign up join register' },
    ...themes,
    ...countries
      .filter(({ code }) => code !== country)
      .map<Command>(({ code, name }) => ({
        key: `country:${code}`,
        label: `Shop in ${name}`,
        icon: 'country',
        words: `country storefront region currency ${code}`,
        action: { country: code },
      })),
  ];
}

export function categoriesFor({ categories }: Surroundings): Command[] {
  return categories.flatMap(({ slug, name, icon, hue, subcategories }) => [
    { key: `category:${slug}`, label: name, href: `/categories/${slug}`, words: 'category', category: { icon, hue } },
    ...subcategories.map<Command>((sub) => ({
      key: `category:${slug}/${sub.slug}`,
      label: sub.name,
      detail: name,
      href: `/categories/${slug}?subcategory=${sub.slug}`,
      words: name,
      category: { icon, hue },
    })),
  ]);
}

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const wordsOf = (text: string) =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** 0: none of it. Each typed word must begin a word; names count for more than the other words. */
export function scoreOf(command: Pick<Command, 'label' | 'words'>, typed: string): number {
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return 0;
  const names = wordsOf(command.label);
  const others = wordsOf(command.words ?? '');
  let score = folded(command.label).startsWith(folded(typed.trim())) ? 2 : 0;
  for (const word of wanted) {
    if (names.some((name) => name.startsWith(word))) score += 2;
    else if (others.some((other) => other.startsWith(word))) score += 1;
    else return 0;
  }
  return score / wanted.length;
}

/** The commands that fit, the best first, at most `most`. */
export const matching = (commands: readonly Command[], typed: string, most: number): Command[] =>
  commands
    .map((command) => ({ command, score: scoreOf(command, typed) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ command }) => command);

/** What the menu shows before anything is typed. */
export function restingGroups(around: Surroundings, recent: readonly Command[]): CommandGroup[] {
  const seen = new Set(recent.map(({ key }) => key));
  return [
    { value: 'Recent', items: [...recent] },
    { value: 'Go to', items: pagesFor(around).filter(({ key }) => !seen.has(key)) },
    { value: 'Do', items: actionsFor(around) },
  ].filter(({ items }) => items.length > 0);
}

/** What fits the typed text: what the store has itself, then apps, then everything else through search. */
export function foundGroups(around: Surroundings, typed: string, apps: readonly Command[]): CommandGroup[] {
  const text = typed.trim();
  const all: Command = {
    key: 'search',
    label: `Search for “${text}”`,
    href: `/search?q=${encodeURIComponent(text.toWellFormed())}`,
    icon: 'search',
  };
  return [
    { value: 'Go to', items: matching(pagesFor(around), text, 5) },
    { value: 'Do', items: matching(actionsFor(around), text, 5) },
    { value: 'Categories', items: matching(categoriesFor(around), text, 4) },
    { value: 'Apps', items: [...apps] },
    { value: 'Search', items: [all] },
  ].filter(({ items }) => items.length > 0);
}
