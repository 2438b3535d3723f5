// How many different people there were, in 32 bytes that tell nobody who. While they are few, each person leaves a
// fingerprint of 13 bits, so that the count is exact but for a rare collision (20 people are counted as fewer once in 43
// times, and never as more). From the 20th on each person sets one of 248 bits instead, and the count is an estimate:
// linear counting (Whang, Vander-Zanden and Taylor 1990), good to some 1,000 people.

export const sketchBytes = 32;

/** From so many people on, what they have in common is nobody's. */
export const crowd = 20;

const fingerprintBits = 13;
const fingerprints = 2 ** fingerprintBits;
const bits = (sketchBytes - 1) * 8;
const isCrowd = 0xff;

export const emptySketch = (): Buffer => Buffer.alloc(sketchBytes);

/** Bytes 1 to 31 as one number. */
const read = (sketch: Buffer) => BigInt(`0x${sketch.toString('hex', 1)}`);

const write = (head: number, body: bigint): Buffer =>
  Buffer.from(head.toString(16).padStart(2, '0') + body.toString(16).padStart((sketchBytes - 1) * 2, '0'), 'hex');

const bitOf = (fingerprint: number) => 1n << BigInt(fingerprint % bits);

function listed(sketch: Buffer): number[] {
  const body = read(sketch);
  return Array.from({ length: sketch[0] ?? 0 }, (_, i) =>
    Number((body >> BigInt(i * fingerprintBits)) & BigInt(fingerprints - 1)),
  );
}

/** The sketch with one more person: a whole number that is that person's, evenly spread from 0 to at least 2¹³. */
export function withPerson(sketch: Buffer, person: number): Buffer {
  const fingerprint = person % fingerprints;
  if (sketch[0] === isCrowd) return write(isCrowd, read(sketch) | bitOf(fingerprint));
  const known = listed(sketch);
  if (known.includes(fingerprint)) return sketch;
  const all = [...known, fingerprint];
  if (all.length < crowd) {
    return write(
      all.length,
      all.reduce((body, one, i) => body | (BigInt(one) << BigInt(i * fingerprintBits)), 0n),
    );
  }
  return write(
    isCrowd,
    all.reduce((body, one) => body | bitOf(one), 0n),
  );
}

export function peopleIn(sketch: Buffer): number {
  if (sketch[0] !== isCrowd) return sketch[0] ?? 0;
  const set = read(sketch).toString(2).replaceAll('0', '').length;
  return Math.max(crowd, Math.round(-bits * Math.log(Math.max(0.5, bits - set) / bits)));
}
