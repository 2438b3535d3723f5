import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { bucketsOf, type Group, groupNames, KNOWN_BUCKETS } from './features';
import type { Linear } from './linear';

/** One kind of text, a file of training: who decides between fake and genuine within it. */
export type Kind = {
  name: string;
  genuine: number;
  fake: number;
  /** Of a kind that has one label only: how likely a text of it is fake. */
  constant: number | null;
  /** For each group its function, and the factor by which it goes into the log-odds of being fake. */
  parts: { group: Group; factor: number; linear: Linear }[];
  bias: number;
  /** Log-odds that a text is of this kind rather than of another; null where there is one kind only. */
  gate: Linear | null;
};

export type TextModel = {
  /** Names its weights: the same name means the same answers. */
  name: string;
  kinds: Kind[];
  /** Bits of the buckets of pairs of words that training knew. */
  known: Uint8Array;
  /** Shares of known pairs at which a text counts for nothing, and in full. */
  trustFrom: number;
  trustTo: number;
};

const quantised = z.object({ unit: z.number(), data: z.string() });
const linearShape = z.object({ isBinary: z.boolean(), bias: z.number(), scale: quantised, weights: quantised });
const shape = z.object({
  format: z.literal('pomona-integrity-model-1'),
  name: z.string(),
  trustFrom: z.number(),
  trustTo: z.number(),
  known: z.string(),
  kinds: z.array(
    z.object({
      name: z.string(),
      genuine: z.number().int(),
      fake: z.number().int(),
      constant: z.number().nullable(),
      parts: z.array(z.object({ group: z.enum(groupNames), factor: z.number(), linear: linearShape })),
      bias: z.number(),
      gate: linearShape.nullable(),
    }),
  ),
});

export const MODEL_BYTES = 2_000_000;

const pack = (bytes: Uint8Array) => deflateRawSync(bytes, { level: 9 }).toString('base64');

function unpack(data: string, length: number): Uint8Array {
  const bytes = inflateRawSync(Buffer.from(data, 'base64'), { maxOutputLength: length });
  if (bytes.length !== length) throw new Error('a part of the model has the wrong length');
  return bytes;
}

/** Signed steps of 1/`levels` of the largest. */
function quantise(values: Float32Array, levels: number): z.infer<typeof quantised> {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  const unit = largest === 0 ? 1 : largest / levels;
  const bytes = Int8Array.from(values, (value) => Math.round(value / unit));
  return { unit, data: pack(new Uint8Array(bytes.buffer)) };
}

function restore({ unit, data }: z.infer<typeof quantised>, length: number): Float32Array {
  return Float32Array.from(new Int8Array(unpack(data, length).slice().buffer), (level) => level * unit);
}

const packLinear = ({ isBinary, bias, scale, weights }: Linear, levels: number) => ({
  isBinary,
  bias,
  scale: quantise(scale, 100),
  weights: quantise(weights, levels),
});

const readLinear = (packed: z.infer<typeof linearShape>, length: number): Linear => ({
  ...packed,
  scale: restore(packed.scale, length),
  weights: restore(packed.weights, length),
});

/** The model as a file, under 2 MB: with more kinds of text the weights get coarser. */
export function serializeModel(model: Omit<TextModel, 'name'>): string {
  for (const levels of [60, 31, 15, 7, 3]) {
    const content = {
      format: 'pomona-integrity-model-1' as const,
      trustFrom: model.trustFrom,
      trustTo: model.trustTo,
      known: pack(model.known),
      kinds: model.kinds.map((kind) => ({
        ...kind,
        parts: kind.parts.map((part) => ({ ...part, linear: packLinear(part.linear, levels) })),
        gate: kind.gate === null ? null : packLinear(kind.gate, levels),
      })),
    };
    const name = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12);
    const text = JSON.stringify({ name, ...content } satisfies z.infer<typeof shape>);
    if (text.length < MODEL_BYTES) return text;
  }
  throw new Error('The model has too many kinds of text to stay under 2 MB');
}

/** Throws where the text is not a model's file. */
export function parseModel(text: string): TextModel {
  const { format: _, ...content } = shape.parse(JSON.parse(text));
  return {
    ...content,
    known: unpack(content.known, KNOWN_BUCKETS / 8),
    kinds: content.kinds.map((kind) => ({
      ...kind,
      parts: kind.parts.map((part) => ({ ...part, linear: readLinear(part.linear, bucketsOf[part.group]) })),
      gate: kind.gate === null ? null : readLinear(kind.gate, bucketsOf.words),
    })),
  };
}
