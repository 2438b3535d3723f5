'use client';

import { createContext, useContext } from 'react';
import type { AppCard, Price } from '@/lib/catalog/schema';
import type { Outcome } from './purchase-attempt';

export type Buyable = Pick<AppCard, 'id' | 'slug' | 'name' | 'iconUrl' | 'color' | 'developer' | 'price'> & {
  /** False: every version is listed without a file. Lists do not know. */
  hasFile?: boolean;
  /** Owners open it at an address of its own. */
  isWeb?: boolean;
};

/** What is going on with one app, the same for each of its buttons on the page. */
export type Progress = {
  /** `waiting`: the payment is being checked, which may take a while. */
  phase: 'idle' | 'working' | 'waiting' | 'owned';
  outcome: Outcome | null;
  /** The price that the store offered instead of the one on the page. */
  price: Price | null;
};

export const idle: Progress = { phase: 'idle', outcome: null, price: null };

export type Purchases = {
  isSignedIn: boolean;
  progressOf: (appId: string) => Progress;
  /** Fetches what `begin` may show, as soon as somebody seems to want it. */
  prepare: () => void;
  /** Gets a free app at once, opens the dialog for a paid one, sends a visitor to sign in. */
  begin: (app: Buyable) => void;
  /** Takes up my purchase of this app that another page, or an earlier visit, left under way. */
  recall: (app: Buyable) => void;
  /** Sends the attempt of this app; one that is unsettled goes out again exactly as it was. */
  send: (app: Buyable, price: Price, paymentMethodId?: string) => Promise<Outcome | null>;
  /** Whether a request is out there whose fate nobody knows. */
  isUnsettled: (appId: string) => boolean;
  announce: (message: string) => void;
};

export const PurchasesContext = createContext<Purchases | null>(null);

export function usePurchases(): Purchases {
  const purchases = useContext(PurchasesContext);
  if (!purchases) throw new Error('usePurchases needs a PurchaseProvider above it');
  return purchases;
}
