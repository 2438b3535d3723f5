import { setTimeout as sleep } from 'node:timers/promises';
import { TaskCancelledError } from 'cockatiel';
import Stripe from 'stripe';
import { exponentOf } from '@/lib/money';

export type StripeSettings = { secretKey: string; webhookSecret: string; apiUrl?: string };

const timeoutMs = 10_000;
const maxRounds = 4;

const { StripeError, StripeInvalidRequestError } = Stripe.errors;

/** Stripe as long as the signal lets it work; nothing is sent again behind our back. */
export function connectStripe({ secretKey, apiUrl }: StripeSettings, signal: AbortSignal): Stripe {
  const url = new URL(apiUrl ?? 'https://api.stripe.com');
  return new Stripe(secretKey, {
    host: url.hostname,
    port: url.port || (url.protocol === 'http:' ? 80 : 443),
    protocol: url.protocol === 'http:' ? 'http' : 'https',
    timeout: timeoutMs,
    maxNetworkRetries: 0,
    telemetry: false,
    httpClient: Stripe.createFetchHttpClient((input: string | URL | Request, init: RequestInit = {}) =>
      fetch(input, { ...init, signal: AbortSignal.any([signal, ...(init.signal ? [init.signal] : [])]) }),
    ),
  });
}

export const isStripeError = (error: unknown): error is InstanceType<typeof StripeError> =>
  error instanceof StripeError;

/** The code of a request that Stripe refused to carry out: nothing came of it. */
export const refusalCode = (error: unknown): string | null =>
  error instanceof StripeInvalidRequestError ? (error.code ?? 'invalid_request') : null;

/** True when Stripe is away or cannot cope: what it refuses says nothing of that. */
export function isStripeAway(error: unknown): boolean {
  if (error instanceof TaskCancelledError) return true;
  return isStripeError(error) && (!error.statusCode || error.statusCode >= 500 || error.statusCode === 429);
}

/** True for an answer that Stripe had kept under its idempotency key. */
export const isReplayed = ({ lastResponse }: { lastResponse: { headers: HeadersInit } }) =>
  new Headers(lastResponse.headers).get('idempotent-replayed') === 'true';

/** Stripe answers at once when another request holds the key or the object; its end is worth waiting for. */
export async function patiently<T>(signal: AbortSignal, call: () => Promise<T>): Promise<T> {
  for (let waitMs = 50; ; waitMs = Math.min(waitMs * 2, 800)) {
    signal.throwIfAborted();
    try {
      return await call();
    } catch (error) {
      const isBusy = isStripeError(error) && (error.statusCode === 409 || error.code === 'lock_timeout');
      if (!isBusy) throw error;
    }
    await sleep(waitMs * (0.5 + Math.random()), undefined, { signal });
  }
}

/**
 * Does something once for a key. Stripe keeps its own failures under a key too, for a day: then `known` tells what
 * came of it all the same, and if nothing did, the next key of the row is used, by everybody who asks.
 */
export async function once<T>(
  signal: AbortSignal,
  key: string,
  call: (options: { idempotencyKey: string }) => Promise<T>,
  known: () => Promise<T | null> = async () => null,
): Promise<T> {
  for (let round = 1; ; round += 1) {
    const idempotencyKey = round === 1 ? key : `${key}:${round}`;
    try {
      return await patiently(signal, () => call({ idempotencyKey }));
    } catch (error) {
      if (round === maxRounds || !isKeptFailure(error)) throw error;
    }
    const found = await known();
    if (found !== null) return found;
  }
}

function isKeptFailure(error: unknown): boolean {
  if (!isStripeError(error) || !error.statusCode || error.statusCode < 500) return false;
  return error.headers?.['idempotent-replayed'] === 'true';
}

const withoutDecimals = 'BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' ');
const withThreeDecimals = 'BHD JOD KWD OMR TND'.split(' ');

/** The amount as Stripe counts it, whose decimal places are not everywhere those of the currency. */
export function stripeAmount({ amountMinor, currency }: { amountMinor: number; currency: string }): number {
  const places = withoutDecimals.includes(currency) ? 0 : withThreeDecimals.includes(currency) ? 3 : 2;
  const difference = places - exponentOf(currency);
  const amount = difference < 0 ? amountMinor / 10 ** -difference : amountMinor * 10 ** difference;
  if (!Number.isSafeInteger(amount)) throw new Error(`Stripe cannot charge ${amountMinor} ${currency}`);
  return amount;
}
