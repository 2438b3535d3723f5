/** The version in `If-Match`, bare or quoted; null when any will do. */
export function versionWanted(request: Request): string | null {
  const value = request.headers.get('if-match')?.trim();
  if (!value || value === '*') return null;
  return value.replace(/^"(.*)"$/, '$1');
}
