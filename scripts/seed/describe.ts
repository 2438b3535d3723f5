import { createRandom, type Random } from '@/lib/catalog/artwork/random';
import type { Facts } from './facts';
import { flagships } from './flagships';
import {
  createdIn,
  freeLines,
  headings,
  introductions,
  paidLines,
  secondHeadings,
  subscriptionLines,
  trialLines,
} from './listing-phrases';
import type { SeedOrganization } from './organizations';
import { type Concept, type Feature, parseFeature } from './parse';
import { capital, sentence } from './wording';

type Described = Concept & Facts & { slug: string; organization: SeedOrganization };

const bullet = {
  bold: ({ label, detail }: Feature) => `- **${capital(label)}**: ${detail}`,
  dash: ({ label, detail }: Feature) => `- ${capital(label)}: ${detail}`,
  plain: ({ label, detail }: Feature) => `- ${capital(label)} (${detail})`,
  strong: ({ label, detail }: Feature) => `- **${capital(label)}.** ${sentence(detail)}`,
};
type BulletStyle = keyof typeof bullet;

/** Everything one listing is made of; the layouts put it in order. */
interface Parts {
  random: Random;
  pitch: string;
  hook: string;
  /** A second sentence of the category, unlike the first. */
  aside: string;
  own: Feature[];
  extras: Feature[];
  closer: string;
  about: string;
  money: string;
  /** Platforms, languages, accessibility: what the listing states elsewhere, in words. */
  practical: string;
  heading: string;
  second: string;
  style: BulletStyle;
}

const list = (parts: Parts, features: Feature[]) => features.map(bullet[parts.style]).join('\n');

const layouts: readonly ((parts: Parts) => string[])[] = [
  (p) => [p.pitch, p.hook, `### ${p.heading}`, list(p, [...p.own, ...p.extras]), p.practical, p.closer],
  (p) => [
    `${p.pitch} ${p.hook}`,
    list(p, p.own),
    `**${p.second}**`,
    list(p, p.extras),
    `${p.aside} ${p.practical}`,
    p.money,
  ],
  (p) => [
    p.pitch,
    ...p.own.flatMap(({ label, detail }) => [`## ${capital(label)}`, sentence(detail)]),
    `## ${p.second}`,
    `${capital(p.extras.map(({ label, detail }) => `${label} (${detail})`).join('; '))}.`,
    `${p.hook} ${p.closer}`,
  ],
  (p) => [p.pitch, prose(p), `${p.hook} ${p.aside}`, p.practical, p.closer],
  (p) => [p.pitch, list(p, [...p.own, ...p.extras.slice(0, 1)]), `${p.about} ${p.aside}`, p.money],
  (p) => [p.hook, p.pitch, `${p.heading}:`, numbered([...p.own, ...p.extras].slice(0, 5)), p.about, p.practical],
  (p) => [
    p.about,
    p.pitch,
    `## ${p.heading}`,
    list(p, [...p.own, ...p.extras]),
    `## ${p.second}`,
    `${p.hook} ${p.practical} ${p.money}`,
  ],
  (p) => [
    p.pitch,
    `**What is special about it?** ${p.own.map(({ label, detail }) => `${capital(label)}: ${detail}.`).join(' ')}`,
    `**What else?** ${p.extras.map(({ label, detail }) => `${capital(label)} (${detail})`).join('; ')}.`,
    `**Where does it run?** ${p.practical}`,
    `**What does it cost?** ${p.money}`,
    p.closer,
  ],
  (p) => [
    `*${[...p.own, ...p.extras].map(({ label }) => capital(label)).join(' · ')}*`,
    p.pitch,
    `${p.hook} ${p.money}`,
    p.own.map(({ label, detail }) => `**${capital(label)}**${separator(p)} ${detail}.`).join('\n\n'),
    p.closer,
  ],
  (p) => [
    p.pitch,
    `| ${p.heading} | |\n|---|---|\n${[...p.own, ...p.extras].map(({ label, detail }) => `| **${capital(label)}** | ${sentence(detail)} |`).join('\n')}`,
    `${p.about} ${p.hook}`,
    p.closer,
  ],
  (p) => [
    p.pitch,
    `${p.about} ${p.hook}`,
    `### ${p.heading}`,
    list(p, p.own),
    `### ${p.second}`,
    list(p, p.extras),
    p.practical,
    p.closer,
  ],
  (p) => [`${p.pitch} ${p.aside}`, prose(p), p.money, `---`, `${p.about} ${p.practical}`],
  (p) => [
    p.pitch,
    `> ${p.hook}`,
    list(p, p.own),
    `${p.aside} ${capital(p.extras.map(({ label }) => label).join(', '))}: included.`,
    p.closer,
  ],
];

const numbered = (features: Feature[]) =>
  features.map(({ label, detail }, i) => `${i + 1}. **${capital(label)}**: ${detail}`).join('\n');

const separator = ({ random }: Parts) => random.pick([':', ' ·', ':']);

function prose({ random, own, extras }: Parts): string {
  const told = own.map(({ label, detail }) => `the **${label}** (${detail})`);
  const joined = told.length > 1 ? `${told.slice(0, -1).join(', ')} and ${told.at(-1)}` : told.join('');
  const opener = random.pick([
    'At its heart:',
    'You will use it for',
    'What people keep it for:',
    'Worth knowing:',
    'The best of it:',
  ]);
  return `${opener} ${joined}. ${capital(extras.map(({ label }) => label).join(', '))}: all there as well.`;
}

const mentionsMoney = /\b(pay|paid|sell|price|purchase|buy|bought|licen[cs]es?|income|earned?|cent|copy of)\b/i;
const mentionsSubscription = /\b(subscri\w+|cancel|members?|year of updates)\b/i;

/** Lines that do not contradict what the app costs. */
export function affordable(lines: readonly string[], offer: Concept['offer']): readonly string[] {
  const isFree = offer.usdMinor === 0;
  const fits = lines.filter(
    (line) => !(isFree && mentionsMoney.test(line)) && !(offer.period === null && mentionsSubscription.test(line)),
  );
  const honest = fits.filter(
    (line) => offer.period === null || !/\b(pay once|one (purchase|price)|bought once)\b/i.test(line),
  );
  return honest.length > 0 ? honest : ['Tell us what you think.'];
}

function moneyLine(random: Random, app: Described): string {
  const { usdMinor, period, trialDays } = app.offer;
  if (usdMinor === 0) return random.pickFrom(freeLines, '');
  if (period === null) return random.pickFrom(paidLines, '');
  const trial = trialDays > 0 ? `${random.pickFrom(trialLines, '').replace('{days}', String(trialDays))} ` : '';
  const lines = trialDays > 0 ? subscriptionLines : subscriptionLines.filter((line) => !line.startsWith('After that'));
  return `${trial}${random.pickFrom(lines, '')}`;
}

const platformNames = {
  ios: 'iOS',
  android: 'Android',
  macos: 'macOS',
  windows: 'Windows',
  linux: 'Linux',
  web: 'the web',
};
const languageNames = new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' });
const joined = new Intl.ListFormat('en-GB', { style: 'long', type: 'conjunction' });

function practicalLine(random: Random, { platforms, languages, accessibility }: Described): string {
  const where = joined.format(platforms.map((platform) => platformNames[platform]));
  const names = languages.map((code) => languageNames.of(code)?.replace(/ \(.*/, '') ?? code);
  const spoken = languages.length > 5 ? `${languages.length} languages` : joined.format(names);
  const places = [
    `Runs on ${where}, in ${spoken}.`,
    `For ${where}. Speaks ${spoken}.`,
    `${capital(spoken)}; ${where}.`,
    `On ${where}.`,
  ];
  const kind = accessibility.includes('screen_reader') && accessibility.includes('larger_text') && random.chance(0.6);
  return `${random.pickFrom(places, '')}${kind ? ' Works with screen readers and large text.' : ''}`;
}

/** A listing in Markdown: by hand for the hits, else put together from the app's and its category's own words. */
export function describeApp(app: Described): string {
  const byHand = flagships.find(({ name }) => name === app.name);
  if (byHand) return byHand.description;
  const random = createRandom(`listing:${app.slug}`);
  const { grammar, organization } = app;
  const fill = (text: string) => text.replaceAll('{name}', app.name).replaceAll('{town}', organization.town);
  const pick = (lines: readonly string[]) => fill(random.pickFrom(affordable(lines, app.offer), ''));
  const [hook = '', aside = ''] = random.shuffle(affordable(grammar.hooks, app.offer)).map(fill);
  const extras = random
    .shuffle(grammar.extras)
    .map(parseFeature)
    .filter(({ label }) => app.features.every((own) => own.label !== label))
    .slice(0, Math.max(1, random.int(2, 4) - Math.floor(app.features.length / 2)));
  const heading = random.pickFrom(headings, '');
  const second = random.pickFrom(secondHeadings, '');
  const named = random.chance(0.4) ? app.pitch.replace(app.name, `**${app.name}**`) : app.pitch;
  const parts: Parts = {
    random,
    pitch: named,
    hook,
    aside,
    own: app.features,
    extras,
    closer: pick(grammar.closers),
    about: random
      .pickFrom(random.chance(0.5) ? createdIn : introductions, '')
      .replaceAll('{name}', app.name)
      .replaceAll('{org}', organization.name)
      .replaceAll('{town}', organization.town)
      .replaceAll('{about}', organization.description),
    money: moneyLine(random, app),
    practical: practicalLine(random, app),
    heading,
    second,
    style: random.weighted({ bold: 4, strong: 2, plain: 2, dash: 2 }, 'bold') as BulletStyle,
  };
  return random
    .pickFrom(
      layouts,
      layouts[0] ?? (() => []),
    )(parts)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n')
    .trim();
}
