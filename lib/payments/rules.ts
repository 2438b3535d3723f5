/**
 * Cards of the sandbox by token: how they are called, how the bank answers (null: it pays), and what goes wrong on the
 * way to the store. The words are of a network's faults, not of the store's.
 */
export const sandboxCards = {
  'sandbox:ok': { label: 'Test card', declineCode: null, fault: null },
  'sandbox:card_declined': { label: 'Test card, declined', declineCode: 'card_declined', fault: null },
  'sandbox:insufficient_funds': {
    label: 'Test card, insufficient funds',
    declineCode: 'insufficient_funds',
    fault: null,
  },
  'sandbox:expired_card': { label: 'Test card, expired', declineCode: 'expired_card', fault: null },
  'sandbox:timeout_before': { label: 'Test card, the bank is not reached', declineCode: null, fault: 'timeout_before' },
  'sandbox:timeout_after': { label: 'Test card, the answer is lost', declineCode: null, fault: 'timeout_after' },
  'sandbox:webhook_first': { label: 'Test card, news before the answer', declineCode: null, fault: 'webhook_first' },
  'sandbox:webhook_late': { label: 'Test card, news long after', declineCode: null, fault: 'webhook_late' },
  'sandbox:webhook_twice': { label: 'Test card, news twice', declineCode: null, fault: 'webhook_twice' },
  'sandbox:answers_twice': { label: 'Test card, two answers', declineCode: null, fault: 'answers_twice' },
} as const satisfies Record<string, { label: string; declineCode: string | null; fault: string | null }>;

export type SandboxToken = keyof typeof sandboxCards;

export const isSandboxToken = (token: string): token is SandboxToken => Object.hasOwn(sandboxCards, token);
