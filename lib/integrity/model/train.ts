import { type Bag, bucketsOf, type Features, featuresOf, type Group, KNOWN_BUCKETS } from './features';
import { applyLinear, type Linear } from './linear';
import type { Kind, TextModel } from './model';
import { knownShare } from './predict';
import { type Weighting, trainLinear } from './train-linear';

/** A text of training: 1 fake, 0 genuine. Texts of one family (a hotel, the same beginning) are never split. */
export type Example = { text: string; fake: 0 | 1; family: string };
export type Corpus = { name: string; examples: readonly Example[] };

const parts: readonly { group: Group; weighting: Weighting; cost: number }[] = [
  { group: 'words', weighting: 'ratio', cost: 10 },
  { group: 'shapes', weighting: 'idf', cost: 30 },
  { group: 'letters', weighting: 'idf', cost: 30 },
  { group: 'letters', weighting: 'ratio', cost: 10 },
];
const FOLDS = 4;
/** Fewer of one label are no training. */
const LEAST_OF_A_LABEL = 20;

type Row = Features & { label: 0 | 1; fold: number };

function foldOf(family: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < family.length; i += 1) h = Math.imul(h ^ family.charCodeAt(i), 0x01000193);
  return ((h ^ (h >>> 15)) >>> 0) % FOLDS;
}

export const familyOf = (text: string): string => text.trim().toLowerCase().split(/\s+/, 5).join(' ');

/**
 * Trains from one or more corpora, each a kind of its own: fakes of one kind say little of those of another. The answers
 * of the parts are put together by what they say of texts they were not trained on. Deterministic.
 */
export function trainModel(corpora: readonly Corpus[]): Omit<TextModel, 'name'> {
  const rows = corpora.map(({ examples }) =>
    examples.map(({ text, fake, family }): Row => ({ ...featuresOf(text), label: fake, fold: foldOf(family) })),
  );
  const all = rows.flat();
  const fakes = all.filter(({ label }) => label === 1).length;
  if (Math.min(fakes, all.length - fakes) < LEAST_OF_A_LABEL) {
    throw new Error(`Training needs ${LEAST_OF_A_LABEL} fake and ${LEAST_OF_A_LABEL} genuine reviews at least`);
  }
  const kinds = corpora.map(({ name }, i) => ({
    ...trainKind(name, rows[i] ?? []),
    gate: corpora.length === 1 ? null : trainGate(rows, i),
  }));
  return { kinds, known: knownOf(all), ...trustOf(all) };
}

function trainKind(name: string, rows: readonly Row[]): Omit<Kind, 'gate'> {
  const fake = rows.filter(({ label }) => label === 1).length;
  const genuine = rows.length - fake;
  if (Math.min(fake, genuine) < LEAST_OF_A_LABEL) {
    return { name, genuine, fake, constant: (fake + 0.5) / (rows.length + 1), parts: [], bias: 0 };
  }
  const labels = Uint8Array.from(rows, ({ label }) => label);
  const outside = parts.map((part) => scoresOfUnseen(rows, labels, part));
  const { factors, bias } = combine(outside, labels);
  const trained = parts.map((part, i) => {
    const bags = rows.map((row) => row[part.group]);
    const linear = trainLinear(bags, labels, { ...part, buckets: bucketsOf[part.group] });
    return { group: part.group, factor: factors[i] ?? 0, linear };
  });
  return { name, genuine, fake, constant: null, parts: trained, bias };
}

/** What each text gets from a function that was trained without its fold. */
function scoresOfUnseen(rows: readonly Row[], labels: Uint8Array, part: (typeof parts)[number]): Float64Array {
  const scores = new Float64Array(rows.length);
  const options = { ...part, buckets: bucketsOf[part.group] };
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const inside = [...rows.keys()].filter((i) => rows[i]?.fold !== fold);
    const bags = inside.map((i) => rows[i]?.[part.group] as Bag);
    const linear = trainLinear(
      bags,
      Uint8Array.from(inside, (i) => labels[i] ?? 0),
      options,
    );
    for (const [i, row] of rows.entries()) if (row.fold === fold) scores[i] = applyLinear(linear, row[part.group]);
  }
  return scores;
}

/** Logistic regression on the parts' scores, in units of their spread, with a pull towards equal shares. */
function combine(scores: readonly Float64Array[], labels: Uint8Array): { factors: number[]; bias: number } {
  const spreads = scores.map((values) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
  });
  const factors = scores.map(() => 1);
  let bias = 0;
  for (let round = 0; round < 800; round += 1) {
    const mean = factors.reduce((sum, factor) => sum + factor, 0) / factors.length;
    const slopes = factors.map((factor) => 0.002 * (factor - mean));
    let slope = 0;
    for (let i = 0; i < labels.length; i += 1) {
      const sum = scores.reduce(
        (total, values, k) => total + ((factors[k] ?? 0) * (values[i] ?? 0)) / (spreads[k] ?? 1),
        bias,
      );
      const error = (1 / (1 + Math.exp(-sum)) - (labels[i] ?? 0)) / labels.length;
      slope += error;
      for (const [k, values] of scores.entries()) {
        slopes[k] = (slopes[k] ?? 0) + (error * (values[i] ?? 0)) / (spreads[k] ?? 1);
      }
    }
    for (const [k, by] of slopes.entries()) factors[k] = (factors[k] ?? 0) - by;
    bias -= slope;
  }
  return { factors: factors.map((factor, k) => factor / (spreads[k] ?? 1)), bias };
}

/** Which kind a text is of, by its words: one against the others. */
function trainGate(rows: readonly (readonly Row[])[], kind: number): Linear {
  const bags = rows.flatMap((of) => of.map(({ words }) => words));
  const labels = Uint8Array.from(rows.flatMap((of, i) => of.map(() => (i === kind ? 1 : 0))));
  return trainLinear(bags, labels, { buckets: bucketsOf.words, weighting: 'idf', cost: 30 });
}

function knownOf(rows: readonly Row[]): Uint8Array {
  const once = new Uint8Array(KNOWN_BUCKETS / 8);
  const twice = new Uint8Array(KNOWN_BUCKETS / 8);
  for (const { known } of rows) {
    for (const bucket of known) {
      const [at, bit] = [bucket >> 3, 1 << (bucket & 7)];
      if (((once[at] ?? 0) & bit) !== 0) twice[at] = (twice[at] ?? 0) | bit;
      once[at] = (once[at] ?? 0) | bit;
    }
  }
  return twice;
}

/** Texts of the same kinds that training has not seen set what likeness is: 19 of 20 of them count in full. */
function trustOf(rows: readonly Row[]): Pick<TextModel, 'trustFrom' | 'trustTo'> {
  const shares: number[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const known = knownOf(rows.filter((row) => row.fold !== fold));
    for (const row of rows) if (row.fold === fold && row.known.length >= 12) shares.push(knownShare(known, row));
  }
  const trustTo = shares.sort((a, b) => a - b)[Math.floor(shares.length / 20)] ?? 0.5;
  return { trustFrom: 0.65 * trustTo, trustTo };
}
