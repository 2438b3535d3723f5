/** The smallest step on from a version: 1.4.0 → 1.4.1, 2.0.0-beta.2 → 2.0.0, 7 → 8. */
export function nextVersion(version: string): string {
  const [, numbers = '', prerelease] = /^(\d+(?:\.\d+)*)(-[^+]*)?/.exec(version) ?? [];
  if (numbers === '') return '1.0.0';
  if (prerelease) return numbers;
  const parts = numbers.split('.');
  const last = BigInt(parts.at(-1) ?? '0') + 1n;
  return [...parts.slice(0, -1), last.toString()].join('.');
}
