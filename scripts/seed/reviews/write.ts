import type { Random } from '@/lib/catalog/artwork/random';
import type { SeedApp } from '../apps';
import { DAY_MS } from '../numbers';
import { capital, sentence, withFeature } from '../wording';
import * as bad from './english-bad';
import * as good from './english-good';
import { casual } from './handwriting';
import { places, times, voices } from './other-languages';
import { slots } from './slots';

export interface Written {
  title: string;
  body: string;
}

export interface Writing {
  random: Random;
  rating: number;
  country: string;
  /** The version under review. */
  version: string;
}

const aboutMoney =
  /\b(prices?|penny|buy|bought|money|purchase|paid|refund|overpriced|expensive|value|subscription|cents?|cost|cancel|for free)\b|Preis|teuer|Geld|Cent|kündigen|preço|caro|dinheiro|centavo|cancelar|値段|高い|返金|解約|価値/i;
const aboutSubscription = /\b(subscription|cancel)|kündigen|cancelar|解約/i;

const aboutPhones = /\b(phones?|tablets?|taps?|rotating|landscape|pocket)\b|Handy|Tablet|Querformat|celular|横画面/i;
const aboutTools =
  /\b(widget|export|sync|search|screen reader|account|backup|times are|double counts|helpful|me time)\b/i;

const aboutYears = /Third phone|Long-time|years ago|old version|Used to be|better before|Früher|antiga|前のバージョン/;

function suits(line: string, { offer, platforms, category }: SeedApp, isYoung: boolean): boolean {
  if (isYoung && aboutYears.test(line)) return false;
  if (!platforms.includes('ios') && !platforms.includes('android') && aboutPhones.test(line)) return false;
  if (category === 'games' && aboutTools.test(line)) return false;
  if (offer.usdMinor === 0) return !aboutMoney.test(line);
  if (offer.period === null)
    return !/free stuff|for free/.test(line) && !(aboutSubscription.test(line) && !/No subscription/.test(line));
  return !/No subscription|Best purchase/.test(line);
}

/** Writes the reviews of one app; of several sentences that fit, the ones used least so far come first. */
export function reviewWriter(app: SeedApp, now: Date): (writing: Writing) => Written {
  const isYoung = app.releasedAt !== null && now.getTime() - app.releasedAt.getTime() < 150 * DAY_MS;
  const used = new Map<string, number>();
  const bodies = new Set<string>();
  const isMobile = app.platforms.includes('ios') || app.platforms.includes('android');

  const pick = (random: Random, lines: readonly string[]): string => {
    let best = '';
    let fewest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < 5; i += 1) {
      const line = random.pickFrom(lines, '');
      const uses = used.get(line) ?? 0;
      if (uses < fewest && suits(line, app, isYoung)) {
        best = line;
        fewest = uses;
      }
    }
    if (best !== '') used.set(best, fewest + 1);
    return best;
  };

  const fill = ({ random, country, version }: Writing, line: string, isForeign: boolean): string => {
    const person = random.pickFrom(slots.person, '');
    const label = random.pickFrom(app.features, { label: 'search', detail: '' }).label;
    return withFeature(line, label)
      .replaceAll('{name}', app.name)
      .replaceAll('{version}', version)
      .replaceAll('{label}', label)
      .replaceAll('{person}', person)
      .replaceAll('{Person}', capital(person))
      .replaceAll(
        '{time}',
        random.pickFrom((isForeign && times[country]) || (isYoung ? slots.recently : slots.time), ''),
      )
      .replaceAll('{device}', random.pickFrom(isMobile ? slots.device : slots.desktop, ''))
      .replaceAll('{other}', random.pickFrom(slots.other, ''))
      .replaceAll('{setting}', random.pickFrom(app.grammar.settings, ''))
      .replaceAll(
        '{place}',
        random.pickFrom(
          (isForeign && places[country]) || (slots.place[country as keyof typeof slots.place] ?? []),
          'here',
        ),
      );
  };

  const english = (writing: Writing): Written => {
    const { random, rating } = writing;
    const from = (lines: readonly string[]) => fill(writing, pick(random, lines), false);
    const gripe = () => from(app.grammar.gripes);
    const nice = () => {
      const kind = random.weighted({ feature: 4, general: 5, category: 1.5 }, 'general');
      if (kind === 'feature') return from(good.featurePraise);
      return kind === 'general' ? from(good.praise) : sentence(from(app.grammar.praise));
    };
    const nasty = () => {
      const kind = random.weighted({ feature: 3, general: 5, category: 1.5 }, 'general');
      if (kind === 'feature') return from(bad.featureProblems);
      return kind === 'general' ? from(bad.problems) : sentence(gripe());
    };
    const many = (make: () => string, count: number) => Array.from({ length: count }, make);
    const maybe = (p: number, make: () => string) => (random.chance(p) ? [make()] : []);
    const isLong = random.chance(0.2);
    if (random.chance(0.32)) {
      const lines = rating >= 4 ? good.short : rating === 3 ? bad.shortMiddle : bad.shortBad;
      return { title: '', body: from(lines) };
    }
    if (rating >= 4) {
      const wish = () => from(good.wishes).replace('{gripe}', gripe());
      const parts = [
        ...maybe(0.6, () => from(good.openers)),
        ...many(nice, isLong ? random.int(2, 4) : random.int(1, 2)),
        ...maybe(rating === 4 ? 0.62 : 0.06, wish),
        ...maybe(0.35, () => from(good.closers)),
      ];
      return { title: from(good.titles), body: assemble(random, parts) };
    }
    if (rating === 3) {
      const but = () => from(bad.buts).replace('{gripe}', gripe());
      const parts = [
        ...maybe(0.75, () => from(bad.middles)),
        ...many(nice, isLong ? 2 : 1),
        but(),
        ...maybe(0.3, nasty),
      ];
      return { title: from(bad.titlesMiddle), body: assemble(random, parts) };
    }
    const parts = [
      ...maybe(0.62, () => from(bad.openers)),
      ...many(nasty, isLong ? random.int(2, 4) : random.int(1, 2)),
      ...maybe(0.45, () => from(bad.closers)),
    ];
    return { title: from(bad.titlesBad), body: assemble(random, parts) };
  };

  const foreign = (writing: Writing, voice: NonNullable<(typeof voices)[string]>): Written => {
    const { random, rating, country } = writing;
    const from = (lines: readonly string[]) => fill(writing, pick(random, lines), true);
    const glue = country === 'JP' ? '' : ' ';
    if (random.chance(0.33))
      return { title: '', body: from(rating >= 4 ? voice.shortGood : rating === 3 ? voice.middle : voice.shortBad) };
    const count = random.int(1, 3);
    const core = Array.from({ length: count }, () =>
      rating >= 4
        ? from(random.chance(0.22) ? voice.feature : voice.good)
        : from(rating === 3 ? voice.middle : voice.bad),
    );
    if (rating === 4 && random.chance(0.4)) core.push(from(voice.middle));
    if (rating === 3 && random.chance(0.6)) core.unshift(from(voice.good));
    if (random.chance(0.4) && rating !== 3) core.push(from(rating >= 4 ? voice.closersGood : voice.closersBad));
    const title = rating === 3 ? '' : from(rating > 3 ? voice.titlesGood : voice.titlesBad);
    return { title, body: [...new Set(core)].join(glue) };
  };

  return (writing) => {
    const { random, country, rating } = writing;
    const voice = voices[country];
    const isForeign = voice !== undefined && random.chance(0.78);
    for (let attempt = 0; ; attempt += 1) {
      const draft = isForeign ? foreign(writing, voice) : english(writing);
      const body = isForeign ? draft.body : casual(random, draft.body, rating);
      if (attempt < 3 && body.length > 24 && bodies.has(body)) continue;
      bodies.add(body);
      const title = random.chance(draft.title === '' ? 0 : 0.62) ? draft.title.replace(/ thing$/, '') : '';
      return { title: title.slice(0, 100), body: body.slice(0, 4000) };
    }
  };
}

function assemble(random: Random, parts: readonly string[]): string {
  const lines = [...new Set(parts)].filter((part) => part !== '');
  if (lines.length < 4 || random.chance(0.6)) return lines.join(' ');
  const cut = random.int(1, lines.length - 2);
  return `${lines.slice(0, cut).join(' ')}\n\n${lines.slice(cut).join(' ')}`;
}
