const yearSeconds = 365 * 24 * 3600;

/** Keeps a harmless choice of this browser (theme, country) where the server can read it. */
export function keepChoice(name: 'pomona-theme' | 'pomona-country', value: string): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing over plain http, where a store may live
  document.cookie = `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax${secure}`;
}
