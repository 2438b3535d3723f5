import { divideHalfEven, exponentOf } from '@/lib/money';
import type { ReceiptStatus } from './schema';

export const receiptType = 'pomona-transaction+jwt';

/** A longer one is none of ours: they have about 1 KiB. */
export const maxReceiptBytes = 16 * 1024;

/** Thousandths of a currency's major unit: 4.99 USD (499 cents) is 4990, 500 JPY is 500000, 1.250 KWD is 1250. */
export function toMilliunits(amountMinor: number, currency: string): number {
  return Number(divideHalfEven(BigInt(amountMinor) * 1000n, 10n ** BigInt(exponentOf(currency))));
}

/** The way back, for people. */
export const fromMilliunits = (price: number, currency: string): number =>
  Math.round((price * 10 ** exponentOf(currency)) / 1000);

type Standing = {
  isRefunded: boolean;
  /** Of this period; null for what is bought once. */
  expiresAt: Date | null;
  /** Of the subscription's latest period. */
  paidUntil: Date | null;
  /** Whether the account holds the app through this purchase, or one that continues it. */
  isHeld: boolean;
};

/** What a receipt is worth now. A renewed subscription entitles by its later periods although this one has expired. */
export function standingOf(
  { isRefunded, expiresAt, paidUntil, isHeld }: Standing,
  now: Date,
): { status: ReceiptStatus; entitled: boolean } {
  if (isRefunded) return { status: 'refunded', entitled: false };
  const entitled = isHeld && (paidUntil === null || paidUntil > now);
  if (expiresAt !== null && expiresAt <= now) return { status: 'expired', entitled };
  return { status: isHeld ? 'active' : 'revoked', entitled };
}

const base64url = /^[A-Za-z0-9_-]*$/;

/** The three parts of a compact JWS and its header; null for any other text. */
export function splitReceipt(
  text: string,
): { header: Record<string, unknown>; payload: string; signature: string; signed: string } | null {
  const parts = text.split('.');
  if (parts.length !== 3 || !parts.every((part) => base64url.test(part))) return null;
  const [head = '', payload = '', signature = ''] = parts;
  const header = decodeObject(head);
  return header && { header, payload, signature, signed: `${head}.${payload}` };
}

/** The JSON object in a part; null where there is none. */
export function decodeObject(part: string): Record<string, unknown> | null {
  try {
    const binary = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
