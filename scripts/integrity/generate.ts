import { createRandom, type Random } from '@/lib/catalog/artwork/random';
import { type Corpus, familyOf } from '@/lib/integrity/model/train';
import * as bad from '../seed/reviews/english-bad';
import * as good from '../seed/reviews/english-good';
import { casual } from '../seed/reviews/handwriting';
import { slots } from '../seed/reviews/slots';
import { capital, withFeature } from '../seed/wording';
import { adverts, bombs, paid, remarks, smooth, subjects } from './generated-phrases';

type Subject = (typeof subjects)[number];
type Bank = { openers: readonly string[]; middles: readonly string[]; closers: readonly string[] };

const perLabel = 3000;

function fill(random: Random, subject: Subject, line: string): string {
  const person = random.pickFrom(slots.person, '');
  const feature = random.pickFrom(subject.features, 'search');
  return withFeature(line, feature)
    .replaceAll('{name}', subject.name)
    .replaceAll('{noun}', subject.noun)
    .replaceAll('{label}', feature)
    .replaceAll('{version}', `${random.int(1, 9)}.${random.int(0, 9)}`)
    .replaceAll('{person}', person)
    .replaceAll('{Person}', capital(person))
    .replaceAll('{time}', random.pickFrom(slots.time, ''))
    .replaceAll('{device}', random.pickFrom(slots.device, ''))
    .replaceAll('{other}', random.pickFrom(slots.other, ''))
    .replaceAll('{setting}', random.pickFrom(subject.settings, ''))
    .replaceAll('{place}', random.pickFrom(slots.place.GB, ''))
    .replaceAll('{gripe}', 'it drains the battery')
    .replaceAll('{code}', `${subject.name.slice(0, 4).toUpperCase()}${random.int(10, 99)}`);
}

/** A shopper's own words: an opener, remarks about parts of the app, a closer; typed on a phone. */
function genuine(random: Random, subject: Subject): string {
  const isGood = random.chance(0.6);
  const line = (lines: readonly string[]) => random.pickFrom(lines, '');
  if (random.chance(0.2))
    return fill(random, subject, casual(random, line(isGood ? good.short : bad.shortBad), isGood ? 5 : 1));
  const parts = random.chance(0.5) ? [line(isGood ? good.openers : bad.openers)] : [];
  for (let i = random.int(1, 4); i > 0; i -= 1) {
    const kind = random.weighted({ remark: 4, feature: 2, general: 2, fair: 1 }, 'remark');
    if (kind === 'remark') parts.push(line(remarks));
    if (kind === 'feature') parts.push(line(isGood ? good.featurePraise : bad.featureProblems));
    if (kind === 'general') parts.push(line(isGood ? good.praise : bad.problems));
    if (kind === 'fair') parts.push(line(isGood ? bad.problems : good.praise));
  }
  if (random.chance(0.3)) parts.push(line(isGood ? good.closers : bad.closers));
  // Real people gush too.
  if (isGood && random.chance(0.15)) parts.push(line(random.chance(0.5) ? paid.closers : paid.middles));
  return casual(random, fill(random, subject, parts.join(' ')), isGood ? 5 : 2);
}

function fake(random: Random, subject: Subject): string {
  const kind = random.weighted({ paid: 5, smooth: 4, bomb: 2, advert: 1 }, 'paid');
  const bank: Bank = { paid, smooth, bomb: bombs, advert: adverts }[kind];
  const line = (lines: readonly string[]) => random.pickFrom(lines, '');
  const parts = random.chance(0.85) ? [line(bank.openers)] : [];
  for (let i = random.int(1, kind === 'smooth' ? 4 : 3); i > 0; i -= 1) parts.push(line(bank.middles));
  if (random.chance(0.7)) parts.push(line(bank.closers));
  // Some were told to mention a feature.
  if (random.chance(0.25)) parts.splice(1, 0, line(random.chance(0.5) ? good.featurePraise : remarks));
  const text = fill(random, subject, parts.join(' '));
  return kind === 'smooth' ? text : casual(random, text, kind === 'bomb' ? 1 : 5);
}

/** Reviews that no person wrote, half like those of shoppers, half like those of campaigns: what the shipped model learns. */
export function generatedCorpus(seed = 'integrity'): Corpus {
  const random = createRandom(seed);
  const examples = Array.from({ length: 2 * perLabel }, (_, i) => {
    const subject = random.pickFrom(subjects, subjects[0] as Subject);
    const text = i % 2 === 0 ? genuine(random, subject) : fake(random, subject);
    return { text, fake: (i % 2) as 0 | 1, family: `${subject.name} ${familyOf(text)}` };
  });
  return { name: 'generated', examples };
}
