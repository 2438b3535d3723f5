import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  type Attempt,
  declineSentence,
  followPurchase,
  isFinal,
  outcomeSentence,
  runAttempt,
} from './purchase-attempt';

const id = '019dc5dd-0000-7000-8000-000000000001';
const attempt: Attempt = {
  key: 'a key of this attempt',
  body: { appId: id, priceId: id, expected: { amountMinor: 299, currency: 'USD' } },
};

type Answer = { status: number; body?: unknown; headers?: Record<string, string> } | 'lost';
type Sent = { method: string; path: string; key: string | null };

/** A network that gives these answers in turn, the last one again and again. */
function network(...answers: Answer[]): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (path: string, { method, headers }: RequestInit) => {
    sent.push({ method: method ?? 'GET', path, key: new Headers(headers).get('idempotency-key') });
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer === undefined || answer === 'lost') throw new TypeError('Failed to fetch');
    return new Response(JSON.stringify(answer.body ?? {}), answer);
  });
  return sent;
}

const purchase = (status: string) => ({ purchase: { id, status }, receipt: null });
const problem = (status: number, code: string, more: object = {}, headers: Record<string, string> = {}): Answer => ({
  status,
  body: { status, code, ...more },
  headers,
});
const posts = (sent: Sent[]) => sent.filter(({ method }) => method === 'POST');

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function outcomeOf(onWaiting = () => undefined, sent = attempt) {
  const outcome = runAttempt(sent, onWaiting);
  await vi.runAllTimersAsync();
  return outcome;
}

test('what is pending is asked about less and less often, and never bought a second time', async () => {
  const pending = { status: 202, body: purchase('pending') };
  const times: number[] = [];
  const sent = network(
    pending,
    ...Array<Answer>(9).fill(pending),
    problem(402, 'payment_declined', { declineCode: 'abandoned' }),
  );
  const started = Date.now();
  const outcome = await outcomeOf(() => void times.push(Date.now() - started));
  expect(outcome).toEqual({ kind: 'declined', declineCode: 'abandoned' });
  expect(posts(sent)).toHaveLength(1);
  expect(sent).toHaveLength(11);
  expect(Date.now() - started).toBeGreaterThan(30_000);
  expect(times[0]).toBe(0);
});

test('somebody who waits for the first answer is told so after three seconds', async () => {
  const answer = Promise.withResolvers<Response>();
  vi.stubGlobal('fetch', () => answer.promise);
  const onWaiting = vi.fn();
  const outcome = runAttempt(attempt, onWaiting);
  await vi.advanceTimersByTimeAsync(2_999);
  expect(onWaiting).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(onWaiting).toHaveBeenCalledOnce();
  answer.resolve(new Response(JSON.stringify(purchase('completed')), { status: 201 }));
  expect(await outcome).toEqual({ kind: 'owned', how: 'bought' });
});

test('a purchase that another page began is followed', async () => {
  const sent = network(
    problem(409, 'purchase_in_progress', { purchaseId: id }),
    'lost',
    problem(503, 'internal_error'),
    {
      status: 200,
      body: purchase('completed'),
    },
  );
  expect(await outcomeOf()).toEqual({ kind: 'owned', how: 'bought' });
  expect(sent.slice(1).map(({ path }) => path)).toEqual(Array(3).fill(`/api/v1/purchases/${id}`));
});

test('one that runs under no id yet is asked for again with its own key', async () => {
  const sent = network(problem(409, 'purchase_in_progress'), { status: 201, body: purchase('completed') });
  expect(await outcomeOf()).toEqual({ kind: 'owned', how: 'bought' });
  expect(posts(sent).map(({ key }) => key)).toEqual([attempt.key, attempt.key]);
});

test.each<[string, Answer]>([
  ['a lost connection', 'lost'],
  ['a provider that is not asked', problem(503, 'payments_unavailable', {}, { 'Retry-After': '42' })],
  ['a store that broke down', problem(500, 'internal_error')],
])('%s leaves the attempt open', async (_, answer) => {
  network(answer);
  const outcome = await outcomeOf();
  expect(outcome).toMatchObject({ kind: 'failed', isUnsettled: true });
  expect(isFinal(outcome)).toBe(false);
});

test('a request too many wrote nothing, so that another card may be chosen; unless it repeats one that got somewhere', async () => {
  const tooMany = problem(429, 'rate_limited', {}, { 'Retry-After': '3' });
  network(tooMany);
  expect(await outcomeOf()).toMatchObject({ kind: 'failed', isUnsettled: false, retryAt: Date.now() + 3_000 });
  network(tooMany);
  expect(await outcomeOf(undefined, { ...attempt, wasSent: true })).toMatchObject({ isUnsettled: true });
  network(problem(409, 'purchase_in_progress'), tooMany);
  expect(await outcomeOf()).toMatchObject({ isUnsettled: true });
});

test.each([
  [409, 'account_changed', 'account_changed', 'You are signed in as somebody else now. Reload the page.'],
  [422, 'payment_method_unknown', 'method_gone', /removed meanwhile\. Choose another one/],
])('%i %s has an end and words of its own', async (status, code, kind, words) => {
  network(problem(status, code));
  const outcome = await outcomeOf();
  expect(outcome).toEqual({ kind });
  expect(outcomeSentence(outcome)).toMatch(words);
});

test('when payments are stopped, it is known until when', async () => {
  network(problem(503, 'payments_unavailable', {}, { 'Retry-After': '42' }));
  expect(await outcomeOf()).toMatchObject({ retryAt: Date.now() + 42_000 });
});

test('what was owned before is owned, whether or not a payment goes back', async () => {
  network(problem(409, 'already_owned', { purchaseId: id }));
  expect(await outcomeOf()).toEqual({ kind: 'owned', how: 'before' });
  network(problem(402, 'payment_declined', { declineCode: 'already_owned' }));
  expect(await outcomeOf()).toEqual({ kind: 'owned', how: 'given_back' });
});

test('whoever leaves the page no longer asks', async () => {
  const sent = network({ status: 202, body: purchase('pending') });
  const leaving = new AbortController();
  const following = expect(followPurchase(id, leaving.signal)).rejects.toThrow();
  await vi.advanceTimersByTimeAsync(5_000);
  leaving.abort();
  await vi.advanceTimersByTimeAsync(60_000);
  await following;
  expect(sent.length).toBeLessThan(5);
});

test('every way to be declined that the store knows has words of its own', () => {
  const codes = [
    'card_declined',
    'insufficient_funds',
    'expired_card',
    'authentication_required',
    'canceled',
    'abandoned',
    'already_owned',
    'charged_twice',
  ];
  const words = new Set([...codes, 'of a new kind'].map(declineSentence));
  expect(words.size).toBe(codes.length + 1);
});
