import { type Features, featuresOf } from './features';
import { applyLinear, sigmoid } from './linear';
import type { Kind, TextModel } from './model';

export type Prediction = {
  /** 0 fake … 1 genuine; near 0.5 for a text that is unlike those of training. */
  score: number;
  /** How much the model knows of such texts, 0..1. */
  trust: number;
};

/** Texts of fewer pairs of words say little, however they are put. */
const FULL_TEXT = 12;

const fakeLogOdds = ({ constant, parts, bias }: Kind, features: Features): number =>
  constant === null
    ? parts.reduce((sum, { group, factor, linear }) => sum + factor * applyLinear(linear, features[group]), bias)
    : Math.log(constant / (1 - constant));

/** The log-odds of being fake within each kind, weighed by how likely the text is of it. */
function fakeProbability({ kinds }: TextModel, features: Features): number {
  const gates = kinds.map(({ gate }) => (gate === null ? 0 : applyLinear(gate, features.words)));
  const highest = Math.max(...gates);
  const shares = gates.map((gate) => Math.exp(gate - highest));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return kinds.reduce((sum, kind, i) => sum + ((shares[i] ?? 0) / all) * sigmoid(fakeLogOdds(kind, features)), 0);
}

/** The share of a text's pairs of words that training knew. */
export function knownShare(known: Uint8Array, { known: buckets }: Features): number {
  let count = 0;
  for (const bucket of buckets) count += ((known[bucket >> 3] ?? 0) >> (bucket & 7)) & 1;
  return buckets.length === 0 ? 0 : count / buckets.length;
}

/** How genuine a text reads. Pure; under a millisecond for a review of ordinary length. */
export function predict(model: TextModel, text: string): Prediction {
  const features = featuresOf(text);
  const { trustFrom, trustTo } = model;
  const likeness = (knownShare(model.known, features) - trustFrom) / Math.max(trustTo - trustFrom, 1e-6);
  const trust = Math.min(Math.max(likeness, 0), 1) * Math.min(features.known.length / FULL_TEXT, 1);
  return { score: trust === 0 ? 0.5 : 0.5 + trust * (0.5 - fakeProbability(model, features)), trust };
}
