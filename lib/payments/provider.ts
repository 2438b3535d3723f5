export type ChargeRequest = {
  /** Ours, a purchase id: the same key never charges twice. */
  key: string;
  /** In the currency's minor unit, above 0. */
  amountMinor: number;
  currency: string;
  /** The provider's name for a payment method. */
  token: string;
};

/** `processing`: under way at the bank; the end comes as a webhook, or when it is asked for. */
export type ChargeOutcome =
  | { outcome: 'succeeded'; paymentId: string }
  | { outcome: 'declined'; code: string }
  | { outcome: 'processing' };

export type RefundRequest = {
  /** Ours, a refund id: the same key never gives back twice. */
  key: string;
  paymentId: string;
  amountMinor: number;
  currency: string;
};

/** `refused`: the money stays where it is, and asking again will not help. */
export type RefundOutcome = { outcome: 'succeeded'; refundId: string } | { outcome: 'refused'; code: string };

/** What a provider says by itself, already checked to come from it. */
export type PaymentEvent = {
  /** The provider's: the same event may come more than once. */
  id: string;
  type: 'charge.succeeded' | 'charge.declined' | 'refund.succeeded' | 'refund.refused' | 'other';
  /** Ours, of the charge or the refund; null where it is not about one of ours. */
  key: string | null;
  /** The provider's payment id of a charge, its refund id of a refund. */
  reference: string | null;
  declineCode: string | null;
};

/** How somebody pays: the provider's name for it, and words for people. */
export type Method = { token: string; label: string };

/** Moves money. A throw means that nobody knows what happened: ask `retrieve`, or do it again with the same key. */
export interface PaymentProvider {
  /** Stored with each purchase. */
  readonly name: string;
  /** What an account pays with when it has chosen nothing; null when it has to choose. */
  readonly defaultToken: string | null;
  /** How to call the method behind a token that anybody may use; null for all others. Asks nobody. */
  describe(token: string): { label: string } | null;
  charge(request: ChargeRequest, signal: AbortSignal): Promise<ChargeOutcome>;
  /** What became of the charge with that key, without charging; null when there was none, as yet. */
  retrieve(request: ChargeRequest, signal: AbortSignal): Promise<ChargeOutcome | null>;
  /** Makes sure that this key never charges from now on; what it did before stands, and is told. Null: it never will. */
  cancel(request: ChargeRequest, signal: AbortSignal): Promise<ChargeOutcome | null>;
  refund(request: RefundRequest, signal: AbortSignal): Promise<RefundOutcome>;
  /** The event in a webhook's body; null when it does not come from the provider, or is too old to be new. */
  parseWebhook(body: string, headers: Headers): PaymentEvent | null;
  /** The provider's page where this person adds a method; null where tokens are enough. */
  setUpMethod(request: { userId: string; returnUrl: string }, signal: AbortSignal): Promise<{ url: string } | null>;
  /** The method that this person added there, by the reference that came with the way back; null when there is none. */
  findMethod(request: { userId: string; reference: string }, signal: AbortSignal): Promise<Method | null>;
}
