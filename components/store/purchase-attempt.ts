import type { Price } from '@/lib/catalog/schema';
import { fetchJson, ProblemError, sentenceOf } from '@/lib/http/fetch-json';
import type { BuyAppBody, PurchaseAnswer } from '@/lib/purchases/schema';

/**
 * One try to buy. The key stays until a final answer (201, 402), so that sending it again cannot charge twice. `wasSent`:
 * it was sent before, and nobody knows what became of that.
 */
export type Attempt = { key: string; body: BuyAppBody; wasSent?: boolean };

export type Outcome =
  /** `how`: by this purchase; earlier, so that nothing was charged; earlier, and this payment goes back. */
  | { kind: 'owned'; how: 'bought' | 'before' | 'given_back' }
  | { kind: 'declined'; declineCode: string | null }
  | { kind: 'price_changed'; price: Price | null }
  | { kind: 'not_for_sale' }
  | { kind: 'signed_out' }
  /** Somebody else is signed in by now than when the page was loaded. */
  | { kind: 'account_changed' }
  /** The card was removed meanwhile. */
  | { kind: 'method_gone' }
  /** `isUnsettled`: nobody knows what became of it, and the same request may be sent again, from `retryAt` on. */
  | { kind: 'failed'; message: string; isUnsettled: boolean; retryAt?: number };

/** Who waits longer than this is told why, and may go. */
const slowMs = 3_000;
const firstPauseMs = 1_000;
const longestPauseMs = 10_000;

const longer = (pauseMs: number) => Math.min(pauseMs * 1.3, longestPauseMs);
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export const isFinal = (outcome: Outcome) => outcome.kind === 'owned' || outcome.kind === 'declined';

export const newKey = () =>
  crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint32Array(6)), String).join('-');

/** Sends an attempt and follows what it started until that is settled, however long it takes; never throws. */
export async function runAttempt({ key, body, wasSent }: Attempt, onWaiting: () => void): Promise<Outcome> {
  let isUnderWay = wasSent ?? false;
  const slow = setTimeout(onWaiting, slowMs);
  const follow = (purchaseId: string) => {
    onWaiting();
    return followPurchase(purchaseId);
  };
  try {
    for (let pauseMs = firstPauseMs; ; pauseMs = longer(pauseMs)) {
      try {
        const { status, body: answer } = await fetchJson<PurchaseAnswer>('/api/v1/purchases', {
          method: 'POST',
          headers: { 'Idempotency-Key': key },
          body,
        });
        return status === 201 ? { kind: 'owned', how: 'bought' } : await follow(answer.purchase.id);
      } catch (error) {
        const problem = error instanceof ProblemError ? error.problem : null;
        if (problem?.code !== 'purchase_in_progress') return outcomeOf(error, isUnderWay);
        isUnderWay = true;
        if (typeof problem.purchaseId === 'string') return await follow(problem.purchaseId);
        await wait(pauseMs);
      }
    }
  } finally {
    clearTimeout(slow);
  }
}

/** Asks what became of a purchase, less and less often, until it is settled; throws only when aborted. */
export async function followPurchase(purchaseId: string, signal?: AbortSignal): Promise<Outcome> {
  for (let pauseMs = firstPauseMs; ; pauseMs = longer(pauseMs)) {
    try {
      const { body } = await fetchJson<PurchaseAnswer>(`/api/v1/purchases/${purchaseId}`, { signal });
      const { status } = body.purchase;
      if (status === 'completed') return { kind: 'owned', how: 'bought' };
      if (status !== 'pending') {
        return { kind: 'failed', message: 'This purchase was given back meanwhile.', isUnsettled: false };
      }
    } catch (error) {
      signal?.throwIfAborted();
      const isLost = error instanceof ProblemError && (error.isUnsettled || error.problem.status === 429);
      if (!isLost) return outcomeOf(error);
    }
    await wait(pauseMs);
    signal?.throwIfAborted();
  }
}

/** `isUnderWay`: an earlier request of the same purchase got somewhere. */
function outcomeOf(error: unknown, isUnderWay = true): Outcome {
  if (!(error instanceof ProblemError)) return { kind: 'failed', message: sentenceOf(error), isUnsettled: true };
  const { problem, retryAfterSeconds } = error;
  switch (problem.code) {
    case 'already_owned':
      return { kind: 'owned', how: 'before' };
    case 'payment_declined':
      if (problem.declineCode === 'already_owned') return { kind: 'owned', how: 'given_back' };
      return { kind: 'declined', declineCode: typeof problem.declineCode === 'string' ? problem.declineCode : null };
    case 'price_changed':
      return { kind: 'price_changed', price: (problem.price as Price | undefined) ?? null };
    case 'account_changed':
      return { kind: 'account_changed' };
    case 'payment_method_unknown':
      return { kind: 'method_gone' };
  }
  if (problem.status === 401) return { kind: 'signed_out' };
  if (problem.status === 404) return { kind: 'not_for_sale' };
  return {
    kind: 'failed',
    message: failures[problem.code] ?? sentenceOf(error),
    // A request too many was turned away at the door: it wrote nothing, and says nothing of those before.
    isUnsettled: error.isUnsettled || (problem.status === 429 && isUnderWay),
    retryAt: retryAfterSeconds === null ? undefined : Date.now() + retryAfterSeconds * 1000,
  };
}

const failures: Record<string, string> = {
  connection_lost: 'The connection was lost on the way. Check it and try again.',
  payments_unavailable: 'Payments are stopped for a moment: the bank does not answer.',
};

const declines: Record<string, string> = {
  card_declined: 'The bank declined this card. Choose another one, or ask your bank.',
  insufficient_funds: 'There is not enough money on this card. Choose another one.',
  expired_card: 'This card has expired. Choose another one.',
  authentication_required: 'Your bank wanted you to confirm this payment. Try again, or choose another card.',
  canceled: 'The payment was canceled, and nothing was charged. You can try again.',
  abandoned: 'The bank did not answer in time. The payment was called off, and nothing was charged. You can try again.',
  already_owned: 'You owned this app already. The payment goes back to you.',
  charged_twice: 'The bank charged you twice for one purchase. This second payment goes back to you.',
};

export const declineSentence = (code: string | null) =>
  declines[code ?? ''] ?? 'The payment was declined. Choose another way to pay.';

const owned = {
  bought: 'It is yours, and kept in your library.',
  before: 'You own it already. Nothing more was charged.',
  given_back: 'You own it already. This payment goes back to you.',
};

/** What became of a purchase, and what to do next, in a sentence or two. */
export function outcomeSentence(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'owned':
      return owned[outcome.how];
    case 'declined':
      return declineSentence(outcome.declineCode);
    case 'price_changed':
      return 'The price has changed. Look at it again.';
    case 'not_for_sale':
      return 'This app is no longer sold in your country.';
    case 'signed_out':
      return 'Sign in again to go on.';
    case 'account_changed':
      return 'You are signed in as somebody else now. Reload the page.';
    case 'method_gone':
      return 'This card was removed meanwhile. Choose another one; nothing was charged.';
    case 'failed':
      return outcome.message;
  }
}
