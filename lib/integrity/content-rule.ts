/** What the rule looks at in a text: its length in code points, stock phrases, particulars. */
export type TextFacts = { textLength: number; isGeneric: boolean; isSpecific: boolean };

const generic = ['great app', 'love it', 'best app ever', 'must download', 'amazing', 'awesome', '5 stars'];
const specific = /(?<![\p{L}\p{N}_])(?:feature|update|version|bug|problem|solved|crash)(?![\p{L}\p{N}_])/iu;

export function textFactsOf(text: string): TextFacts {
  const body = text.normalize('NFC').trim();
  const lower = body.toLowerCase();
  return {
    textLength: [...body].length,
    isGeneric: generic.some((phrase) => lower.includes(phrase)),
    isSpecific: specific.test(body),
  };
}

/** Version 1 of the signal, and half of version 2. */
export function contentRule({ textLength, isGeneric, isSpecific }: TextFacts): number {
  if (textLength === 0) return 0.5;
  return 0.3 * (isGeneric ? 0.5 : 1) + 0.3 * Math.min(textLength / 100, 1) + 0.4 * (isSpecific ? 1 : 0.5);
}
