import { z } from 'zod';

// Columns as catalogues have them: NDJSON gives typed values, CSV gives text, and what is unknown may be absent, null or
// empty. Every field below takes all of these and answers `undefined` for the unknown.

const unknownWords = new Set(['', 'null', 'none', 'nan', 'n/a', 'undefined']);

function known(value: unknown): unknown {
  if (value === null || value === undefined || Number.isNaN(value)) return undefined;
  return typeof value === 'string' && value.length < 10 && unknownWords.has(value.trim().toLowerCase())
    ? undefined
    : value;
}

const numeric = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?\s*$/i;

const toNumber = (value: unknown) => (typeof value === 'string' && numeric.test(value) ? Number(value) : value);

const isBlank = (value: unknown) => value === null || value === undefined || value === '';

/** Text as it is; a number counts as text, because names are sometimes nothing else. */
export const text = z.preprocess(
  (value) => (isBlank(value) ? undefined : typeof value === 'number' ? String(value) : value),
  z.string('must be text').optional(),
);

/** Text that every row has. */
export const requiredText = (what: string) =>
  z.preprocess(
    (value) => (typeof value === 'number' ? String(value) : (value ?? '')),
    z.string('must be text').refine((value) => /[^\s\p{C}]/u.test(value), `${what} is missing`),
  );

export const number = (min: number, max: number, message = `must be a number between ${min} and ${max}`) =>
  z.preprocess((value) => toNumber(known(value)), z.number(message).min(min, message).max(max, message).optional());

/** A whole number; 3.0 and 2.6 are 3. */
export const integer = (min: number, max: number) => number(min, max).transform((value) => value && Math.round(value));

const truths: Record<string, boolean> = {
  true: true,
  t: true,
  yes: true,
  '1': true,
  false: false,
  f: false,
  no: false,
  '0': false,
};

export const flag = z.preprocess((value) => {
  const given = known(value);
  if (given === 1 || given === 0) return given === 1;
  return typeof given === 'string' ? (truths[given.trim().toLowerCase()] ?? given) : given;
}, z.boolean('must be true or false').optional());

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const timePattern = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?$/;

/** A day or a moment of ISO 8601, from 1970 to 2100, as a moment in UTC. */
function toMoment(value: string): string | null {
  const given = value.trim();
  if (!dayPattern.test(given) && !timePattern.test(given)) return null;
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/.test(given.slice(10));
  const time = Date.parse(given.length === 10 ? given : `${given.replace(' ', 'T')}${hasZone ? '' : 'Z'}`);
  if (Number.isNaN(time) || time < 0 || time >= 4_102_444_800_000) return null;
  const moment = new Date(time).toISOString();
  // 31 February is read as a day of March.
  return hasZone || moment.slice(0, 10) === given.slice(0, 10) ? moment : null;
}

export const date = z.preprocess(
  known,
  z
    .string('must be a date such as 2024-05-17')
    .transform((value, ctx) => {
      const moment = toMoment(value);
      if (moment === null) ctx.addIssue({ code: 'custom', message: 'must be a date such as 2024-05-17' });
      return moment ?? z.NEVER;
    })
    .optional(),
);

function refuseJson(ctx: z.RefinementCtx, error: unknown): never {
  // Its "line 1" is the cell's own and would be taken for the file's.
  const message = String(error instanceof Error ? error.message : error).replace(/ \(line \d+ column \d+\)$/, '');
  ctx.addIssue({ code: 'custom', message: `is broken JSON: ${message}` });
  return z.NEVER;
}

/** In CSV an object is JSON; other text stays what it is. */
export function toObject(value: unknown, ctx: z.RefinementCtx): unknown {
  if (isBlank(value)) return undefined;
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch (error) {
    return refuseJson(ctx, error);
  }
}

/** In CSV a list is a JSON array, or its items with `|` between them. */
export function toList(value: unknown, ctx: z.RefinementCtx): unknown {
  if (isBlank(value)) return undefined;
  if (typeof value !== 'string') return value;
  if (value.trimStart().startsWith('[')) {
    try {
      return JSON.parse(value);
    } catch (error) {
      // "[Beta] tools|games" was never meant as JSON.
      if (/^\s*\[\s*["[{]/.test(value)) return refuseJson(ctx, error);
    }
  }
  return value
    .split('|')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** Words; what is no list of words in a column that nothing needs is as good as absent. */
export const words = z.preprocess((value, ctx) => {
  const list = toList(value, ctx);
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string' && item !== '').slice(0, 200) : undefined;
}, z.array(z.string()).optional());

const stars = 'must be between 1 and 5 stars';

/** Stars on average; 0 is none. */
export const rating = number(0, 5, stars).refine((value) => !value || value >= 1, stars);
export const count = integer(0, 100_000_000_000);
export const sizeBytes = integer(0, 4_398_046_511_104);

const dollars = 'must be a price between 0 and 1,000,000 US dollars';

/** Of money no word is taken for "unknown": "NaN" would be free. */
const priceUsd = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() === '' ? undefined : toNumber(value ?? undefined)),
  z.number(dollars).min(0, dollars).max(1_000_000, dollars).optional(),
);

export type Priced = { is_free?: boolean | undefined; price_usd?: number | undefined };

/** The columns of a catalogue with what all of them say about the price, which must not contradict itself. */
export const pricedRow = <T extends z.ZodRawShape>(columns: T) =>
  z.object({ ...columns, is_free: flag, price_usd: priceUsd }).superRefine((row, ctx) => {
    const { is_free, price_usd } = row as Priced;
    if (is_free === undefined || price_usd === undefined || is_free === (price_usd === 0)) return;
    const message = is_free ? 'is not 0, and is_free says that it is' : 'is 0, and is_free says that it is not';
    ctx.addIssue({ code: 'custom', path: ['price_usd'], message });
  });
