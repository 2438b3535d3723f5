const pattern = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

/** The key itself when it is a relative path of plain names; throws otherwise, so that no key leaves its root. */
export function requireStorageKey(key: string): string {
  if (key.length > 512 || !pattern.test(key)) throw new Error('not a storage key');
  return key;
}
