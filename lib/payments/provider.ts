export type ChargeRequest = {
  /** Ours: the same key never charges twice. */
  key: string;
  /** In the currency's minor unit, above 0. */
  amountMinor: number;
  currency: string;
  /** The provider's name for a payment method. */
  token: string;
};

export type ChargeOutcome = { outcome: 'succeeded'; paymentId: string } | { outcome: 'declined'; code: string };

/** Moves money. A throw means that nobody knows what happened: ask `retrieveByKey`, or charge again with the same key. */
export interface PaymentProvider {
  /** Stored with each purchase. */
  readonly name: string;
  /** What an account pays with when it has chosen nothing; null when it has to choose. */
  readonly defaultToken: string | null;
  /** How to call the payment method behind a token; null when the provider does not know the token. */
  describe(token: string): { label: string } | null;
  charge(request: ChargeRequest, signal: AbortSignal): Promise<ChargeOutcome>;
  /** What became of the charge with that key; null when there was none. */
  retrieveByKey(key: string, signal: AbortSignal): Promise<ChargeOutcome | null>;
}
