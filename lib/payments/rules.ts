/** Cards of the sandbox by token: how they are called, and how the bank answers (null: it pays). */
export const sandboxCards = {
  'sandbox:ok': { label: 'Test card', declineCode: null },
  'sandbox:card_declined': { label: 'Test card, declined', declineCode: 'card_declined' },
  'sandbox:insufficient_funds': { label: 'Test card, insufficient funds', declineCode: 'insufficient_funds' },
  'sandbox:expired_card': { label: 'Test card, expired', declineCode: 'expired_card' },
} as const satisfies Record<string, { label: string; declineCode: string | null }>;

export type SandboxToken = keyof typeof sandboxCards;

export const isSandboxToken = (token: string): token is SandboxToken => Object.hasOwn(sandboxCards, token);
