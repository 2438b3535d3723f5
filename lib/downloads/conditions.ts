/** What of a file a request gets (RFC 9110, sections 13 and 14). `end` is included. */
export type Selection = { status: 200 } | { status: 206; start: number; end: number } | { status: 304 | 412 | 416 };

export type Representation = { etag: string; lastModified: Date; sizeBytes: number };

const seconds = (date: Date) => Math.floor(date.getTime() / 1000);

function listed(header: string, etag: string, isWeakEnough: boolean): boolean {
  if (header.trim() === '*') return true;
  const tags = header.split(',').map((tag) => tag.trim());
  return tags.some((tag) => (isWeakEnough ? tag.replace(/^W\//, '') : tag) === etag);
}

/** Seconds of an HTTP date, or null when it is none. */
function dateOf(header: string | null): number | null {
  const time = header === null ? Number.NaN : Date.parse(header);
  return Number.isNaN(time) ? null : Math.floor(time / 1000);
}

function precondition(headers: Headers, { etag, lastModified }: Representation): 304 | 412 | null {
  const ifMatch = headers.get('if-match');
  const unmodifiedSince = dateOf(headers.get('if-unmodified-since'));
  if (
    ifMatch !== null
      ? !listed(ifMatch, etag, false)
      : unmodifiedSince !== null && seconds(lastModified) > unmodifiedSince
  )
    return 412;
  const ifNoneMatch = headers.get('if-none-match');
  const modifiedSince = dateOf(headers.get('if-modified-since'));
  if (ifNoneMatch !== null) return listed(ifNoneMatch, etag, true) ? 304 : null;
  return modifiedSince !== null && seconds(lastModified) <= modifiedSince ? 304 : null;
}

/** False when the client has a part of another file: it then gets the whole one. */
function isSameAsBefore(ifRange: string | null, { etag, lastModified }: Representation): boolean {
  if (ifRange === null) return true;
  const value = ifRange.trim();
  return value.startsWith('"') || value.startsWith('W/') ? value === etag : dateOf(value) === seconds(lastModified);
}

/** Answers conditions and a single byte range; several ranges, other units and nonsense get the whole file. */
export function select(method: string, headers: Headers, file: Representation): Selection {
  const refused = precondition(headers, file);
  if (refused) return { status: refused };
  const range = headers.get('range');
  if (range === null || method !== 'GET' || !isSameAsBefore(headers.get('if-range'), file)) return { status: 200 };
  const match = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(range.trim());
  const [first, last] = [match?.[1] ?? '', match?.[2] ?? ''];
  if (!match || (first === '' && last === '')) return { status: 200 };
  const size = file.sizeBytes;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return { status: 200 };
  return start >= size || (first === '' && Number(last) === 0) ? { status: 416 } : { status: 206, start, end };
}

/** `attachment` with the name for old clients (ASCII) and for the others (RFC 6266, RFC 8187). */
export function contentDisposition(fileName: string): string {
  const name =
    fileName
      .toWellFormed()
      .replace(/\p{Cc}/gu, '')
      .replace(/[/\\]/g, '_') || 'download';
  const plain =
    name
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]/g, '')
      .replace(/["%]/g, '_')
      .trim() || 'download';
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
