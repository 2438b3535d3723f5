import type { Price } from '@/lib/catalog/schema';
import { fetchJson, ProblemError, sentenceOf } from '@/lib/http/fetch-json';
import type { BuyAppBody, PurchaseAnswer } from '@/lib/purchases/schema';

/** One try to buy. The key stays until a final answer (201, 402), so that sending it again cannot charge twice. */
export type Attempt = { key: string; body: BuyAppBody };

export type Outcome =
  | { kind: 'owned'; isNew: boolean }
  | { kind: 'declined'; declineCode: string | null }
  | { kind: 'price_changed'; price: Price | null }
  | { kind: 'not_for_sale' }
  | { kind: 'signed_out' }
  /** The provider has not answered yet; the store keeps asking. */
  | { kind: 'pending' }
  /** `isUnsettled`: nobody knows what became of it, and the same request may be sent again. */
  | { kind: 'failed'; message: string; isUnsettled: boolean };

const patienceMs = 45_000;
const pollMs = 1_500;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export const isFinal = (outcome: Outcome) => outcome.kind === 'owned' || outcome.kind === 'declined';

export const newKey = () =>
  crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint32Array(6)), String).join('-');

/** Sends an attempt and follows it until it is settled or patience ends; never throws. */
export async function runAttempt({ key, body }: Attempt, onWaiting: () => void): Promise<Outcome> {
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    try {
      const { status, body: answer } = await fetchJson<PurchaseAnswer>('/api/v1/purchases', {
        method: 'POST',
        headers: { 'Idempotency-Key': key },
        body,
      });
      if (status === 201) return { kind: 'owned', isNew: true };
      onWaiting();
      return await follow(answer.purchase.id, until);
    } catch (error) {
      if (!(error instanceof ProblemError)) return { kind: 'failed', message: sentenceOf(error), isUnsettled: true };
      if (error.problem.code !== 'purchase_in_progress') return outcomeOf(error);
      onWaiting();
      const { purchaseId } = error.problem;
      if (typeof purchaseId === 'string') return await follow(purchaseId, until);
      await wait((error.retryAfterSeconds ?? 1) * 1000);
    }
  }
  return { kind: 'pending' };
}

async function follow(purchaseId: string, until: number): Promise<Outcome> {
  while (Date.now() < until) {
    try {
      const { status, body } = await fetchJson<PurchaseAnswer>(`/api/v1/purchases/${purchaseId}`);
      if (status === 200 && body.purchase.status === 'completed') return { kind: 'owned', isNew: true };
      if (status === 200 && body.purchase.status !== 'pending') {
        return { kind: 'failed', message: 'This purchase did not go through.', isUnsettled: false };
      }
    } catch (error) {
      const isLost = error instanceof ProblemError && (error.isUnsettled || error.problem.status === 429);
      if (!isLost) return outcomeOf(error);
    }
    await wait(pollMs);
  }
  return { kind: 'pending' };
}

function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof ProblemError)) return { kind: 'failed', message: sentenceOf(error), isUnsettled: true };
  const { problem } = error;
  switch (problem.code) {
    case 'already_owned':
      return { kind: 'owned', isNew: false };
    case 'payment_declined':
      return { kind: 'declined', declineCode: typeof problem.declineCode === 'string' ? problem.declineCode : null };
    case 'price_changed':
      return { kind: 'price_changed', price: (problem.price as Price | undefined) ?? null };
    case 'connection_lost':
      return {
        kind: 'failed',
        message: 'The connection was lost. Try again: nothing is charged twice.',
        isUnsettled: true,
      };
    case 'payments_unavailable':
      return {
        kind: 'failed',
        message: 'Payments are not available right now. Try again in a minute: nothing is charged twice.',
        isUnsettled: true,
      };
  }
  if (problem.status === 401) return { kind: 'signed_out' };
  if (problem.status === 404) return { kind: 'not_for_sale' };
  return { kind: 'failed', message: sentenceOf(error), isUnsettled: error.isUnsettled };
}

const declines: Record<string, string> = {
  card_declined: 'The card was declined. Choose another one, or ask your bank.',
  insufficient_funds: 'There is not enough money on this card. Choose another one.',
  expired_card: 'This card has expired. Choose another one.',
};

export const declineSentence = (code: string | null) =>
  declines[code ?? ''] ?? 'The payment was declined. Choose another way to pay.';
