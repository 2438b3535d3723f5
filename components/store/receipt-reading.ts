import { fetchJson } from '@/lib/http/fetch-json';
import { decodeObject, maxReceiptBytes, splitReceipt } from '@/lib/purchases/receipts/rules';
import type { ReceiptStatus, ReceiptVerdict, RefusalCode } from '@/lib/purchases/receipts/schema';

/** `issuer`: where it says that it comes from, which nobody has checked. */
export type Reading = { kind: 'unreadable' } | { kind: 'read'; verdict: ReceiptVerdict; issuer: string | null };

export type Tone = 'good' | 'warning' | 'bad';

export const isTooLong = (text: string) => text.length > maxReceiptBytes;

/** The receipt in the fragment of an address; null when it is none. */
export function receiptIn(hash: string): string | null {
  const text = hash.replace(/^#/, '');
  return !isTooLong(text) && splitReceipt(text) !== null ? text : null;
}

/** Asks the store about a receipt, for the app and environment that it names itself. */
export async function readReceipt(text: string): Promise<Reading> {
  // Copied out of a letter it may have line breaks.
  const receipt = text.replace(/\s+/g, '');
  const claims = decodeObject(splitReceipt(receipt)?.payload ?? '');
  const { bundleId, environment, iss } = claims ?? {};
  const isReadable =
    typeof bundleId === 'string' && bundleId !== '' && (environment === 'Production' || environment === 'Sandbox');
  if (!isReadable || isTooLong(receipt)) return { kind: 'unreadable' };
  const { body } = await fetchJson<ReceiptVerdict>('/api/v1/receipts/verify', {
    method: 'POST',
    body: { receipt, bundleId, environment },
  });
  return {
    kind: 'read',
    verdict: body,
    issuer: typeof iss === 'string' && URL.canParse(iss) ? new URL(iss).host : null,
  };
}

type Words = { tone: Tone; title: string; text: string };

const realWords: Record<ReceiptStatus, Words> = {
  active: { tone: 'good', title: 'This receipt is real', text: 'Its buyer owns the app today.' },
  expired: {
    tone: 'warning',
    title: 'Real, and its time is over',
    text: 'The period that it was paid for has ended. It entitles to nothing any more.',
  },
  refunded: {
    tone: 'warning',
    title: 'Real, and refunded',
    text: 'The money was given back. It entitles to nothing any more.',
  },
  revoked: {
    tone: 'warning',
    title: 'Real, and taken back',
    text: 'The store has taken the app back. It entitles to nothing any more.',
  },
};

const unreadable: Words = {
  tone: 'bad',
  title: 'This is no receipt',
  text: 'A receipt is one long line of letters and digits, in three parts with dots between them. Copy all of it.',
};

const forged: Words = {
  tone: 'bad',
  title: 'This receipt is forged',
  text: 'It was changed after it was signed, cut short, or somebody else signed it. Do not trust what it says.',
};

/** What people are told about a receipt. */
export function wordsFor(reading: Reading, storeName: string): Words {
  if (reading.kind === 'unreadable') return unreadable;
  const { verdict, issuer } = reading;
  if (!verdict.valid) return refusedWords(verdict.code, issuer, storeName);
  const words = realWords[verdict.status];
  if (verdict.status !== 'expired' || !verdict.entitled) return words;
  return { tone: 'good', title: 'Real, and renewed since', text: 'This period is over; a later one is paid for.' };
}

function refusedWords(code: RefusalCode, issuer: string | null, storeName: string): Words {
  if (code !== 'unknown_receipt') return forged;
  const claim = issuer ? ` It says that it comes from ${issuer}; anybody could write that.` : '';
  return {
    tone: 'bad',
    title: `Not a receipt of ${storeName}`,
    text: `None of this store’s keys has signed it, or the store knows no such purchase.${claim}`,
  };
}

export const refundReasons: Record<string, string> = {
  UNINTENDED_PURCHASE: 'Bought by mistake',
  FULFILLMENT_ISSUE: 'Did not work',
  UNSATISFIED_WITH_PURCHASE: 'Not what was expected',
  LEGAL: 'Legal grounds',
  OTHER: 'Another reason',
};
