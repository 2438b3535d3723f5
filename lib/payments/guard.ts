import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';
import type { Logger } from '@/lib/logger';
import { metrics } from '@/lib/metrics';
import type { ChargeOutcome, ChargeRequest, Method, PaymentProvider, RefundOutcome, RefundRequest } from './provider';

/** `unknown`: it may have happened. `unavailable`: the provider was not asked. */
export type Unanswered = { outcome: 'unknown' } | { outcome: 'unavailable'; retryAfterSeconds: number };

/** A provider that never throws and never lets anybody wait longer than its time-out. */
export type Payments = Pick<PaymentProvider, 'name' | 'defaultToken' | 'describe' | 'parseWebhook'> & {
  charge(request: ChargeRequest): Promise<ChargeOutcome | Unanswered>;
  retrieve(request: ChargeRequest): Promise<ChargeOutcome | Unanswered | null>;
  cancel(request: ChargeRequest): Promise<ChargeOutcome | Unanswered | null>;
  refund(request: RefundRequest): Promise<RefundOutcome | Unanswered>;
  setUpMethod(request: { userId: string; returnUrl: string }): Promise<{ url: string } | Unanswered | null>;
  findMethod(request: { userId: string; reference: string }): Promise<Method | Unanswered | null>;
  /** Set while the provider is not being asked at all. */
  unavailability(): (Unanswered & { outcome: 'unavailable' }) | null;
};

type Options = {
  timeoutMs?: number;
  halfOpenAfterMs?: number;
  /** False for what says nothing about the provider; every error does unless told. */
  isFailure?: (error: unknown) => boolean;
  log: Logger;
};

const gaugeValue: Record<CircuitState, number> = {
  [CircuitState.Closed]: 0,
  [CircuitState.HalfOpen]: 0.5,
  [CircuitState.Open]: 1,
  [CircuitState.Isolated]: 1,
};

/**
 * Guards a provider: 2 failures in a row (time-outs, lost connections; a decline is an answer) stop the calls for 60 s,
 * then one trial decides.
 */
export function guardPayments(
  provider: PaymentProvider,
  { timeoutMs = 10_000, halfOpenAfterMs = 60_000, isFailure = () => true, log }: Options,
): Payments {
  const breaker = circuitBreaker(handleWhen(isFailure), {
    halfOpenAfter: halfOpenAfterMs,
    breaker: new ConsecutiveBreaker(2),
  });
  const policy = wrap(breaker, timeout(timeoutMs, TimeoutStrategy.Aggressive));
  const gauge = metrics.circuitBreakerState;
  let openUntil = 0;
  gauge.set({ name: 'payments' }, 0);
  breaker.onStateChange((state) => gauge.set({ name: 'payments' }, gaugeValue[state]));
  breaker.onBreak(() => {
    openUntil = Date.now() + halfOpenAfterMs;
    log.error({ provider: provider.name }, 'payments stopped: the provider does not answer');
  });
  breaker.onReset(() => log.info({ provider: provider.name }, 'payments work again'));

  const unavailable = () => ({
    outcome: 'unavailable' as const,
    retryAfterSeconds: Math.max(1, Math.ceil((openUntil - Date.now()) / 1000)),
  });

  async function ask<T>(call: (signal: AbortSignal) => Promise<T>): Promise<T | Unanswered> {
    try {
      return await policy.execute(({ signal }) => call(signal));
    } catch (error) {
      if (error instanceof BrokenCircuitError) return unavailable();
      log.warn({ err: error, provider: provider.name }, 'the payment provider gave no answer');
      return { outcome: 'unknown' };
    }
  }

  return {
    name: provider.name,
    defaultToken: provider.defaultToken,
    describe: (token) => provider.describe(token),
    parseWebhook: (body, headers) => provider.parseWebhook(body, headers),
    charge: (request) => ask((signal) => provider.charge(request, signal)),
    retrieve: (request) => ask((signal) => provider.retrieve(request, signal)),
    cancel: (request) => ask((signal) => provider.cancel(request, signal)),
    refund: (request) => ask((signal) => provider.refund(request, signal)),
    setUpMethod: (request) => ask((signal) => provider.setUpMethod(request, signal)),
    findMethod: (request) => ask((signal) => provider.findMethod(request, signal)),
    unavailability: () => (breaker.state === CircuitState.Open && Date.now() < openUntil ? unavailable() : null),
  };
}
