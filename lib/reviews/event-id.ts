import { createHash } from 'node:crypto';

/** Id of the `review.created` of a revision, so that a sweeper sees whether it ever came (UUID version 8, RFC 9562). */
export function writtenEventId(reviewId: string, revision: number): string {
  const bytes = createHash('sha256').update(`review.created:${reviewId}:${revision}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
