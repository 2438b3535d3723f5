/**
 * Locality-sensitive hashes: 20 bands of 3 rows each. Two texts of trigram Jaccard J share a band with probability
 * 1 − (1 − J³)²⁰: 0.992 at 0.6, 0.931 at 0.5, 0.15 at 0.2, 0.02 at 0.1, 0.0025 at 0.05.
 */
export const BANDS = 20;
const ROWS = 3;

const MULTIPLIERS = Uint32Array.from({ length: BANDS * ROWS }, (_, i) => mix(0x9e3779b9 * (i + 1)) | 1);
const OFFSETS = Uint32Array.from({ length: BANDS * ROWS }, (_, i) => mix(0x85ebca6b * (i + 7)));

function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
  h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
  return (h ^ (h >>> 15)) >>> 0;
}

function hashOf(text: string, seed: number): number {
  let h = seed | 0;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mix(h);
}

/**
 * Safe integers, one a band, none for a text without trigrams. The scope (an app's id) is part of each, so that an index
 * over all apps finds candidates within one app only.
 */
export function bandsOf(trigrams: ReadonlySet<string>, scope: string): number[] {
  if (trigrams.size === 0) return [];
  const lowest = new Uint32Array(BANDS * ROWS).fill(0xffffffff);
  for (const trigram of trigrams) {
    const hash = hashOf(trigram, 0x811c9dc5);
    for (let i = 0; i < lowest.length; i += 1) {
      const value = mix(Math.imul(hash, MULTIPLIERS[i] ?? 1) + (OFFSETS[i] ?? 0));
      if (value < (lowest[i] ?? 0)) lowest[i] = value;
    }
  }
  const salt = hashOf(scope, 0x2545f491);
  const salt2 = hashOf(scope, 0x6c62272e);
  return Array.from({ length: BANDS }, (_, band) => {
    let high = mix(salt + band);
    let low = mix(salt2 ^ band);
    for (let row = 0; row < ROWS; row += 1) {
      const value = lowest[band * ROWS + row] ?? 0;
      high = mix(Math.imul(high, 31) + value);
      low = mix(Math.imul(low, 37) ^ value);
    }
    return (high & 0x1fffff) * 2 ** 32 + low;
  });
}
