import { type EventType, eventTypes } from './events';

/** How messages of one queue travel. */
export type Queue = {
  name: string;
  /** How long a message may wait for a worker before it is a dead letter; null is for ever. */
  lifetimeSeconds: number | null;
  /** Attempts after the first: the wait before each. After the last the message is a dead letter. */
  retryDelaysSeconds: readonly number[];
  /** Most messages that one worker has in hand. */
  prefetch: number;
  /** Whether messages carry a priority from 0 to 10, the highest first. */
  hasPriority: boolean;
};

const daySeconds = 86_400;

const usual = {
  lifetimeSeconds: 7 * daySeconds,
  retryDelaysSeconds: [2, 4, 8],
  prefetch: 100,
  hasPriority: false,
} as const satisfies Omit<Queue, 'name'>;

const exceptions: Partial<Record<EventType, Partial<Omit<Queue, 'name'>>>> = {
  // A webhook may be faster than the transaction that it speaks of, and outlive a restart of the provider.
  'payment.event_received': { retryDelaysSeconds: [1, 2, 10, 60, 300, 900] },
  // A mail server that restarts, or asks to be tried again later, is back within the life of a link.
  'mail.requested': { retryDelaysSeconds: [2, 10, 60, 300, 900], prefetch: 10 },
  // A search engine that restarts; what it does not take by then, the hourly or the nightly job brings.
  'app.changed': { retryDelaysSeconds: [2, 4, 8, 60, 300] },
  'app.status_changed': { retryDelaysSeconds: [2, 4, 8, 60, 300] },
  'organization.changed': { retryDelaysSeconds: [2, 4, 8, 60, 300] },
  // Storage or a scanner that restarts; after that the sweeper tries every ten minutes.
  'upload.completed': { retryDelaysSeconds: [10, 60, 300], prefetch: 2 },
};

export const queueOf = (type: EventType): Queue => ({ name: type, ...usual, ...exceptions[type] });

/** One queue for each type of event. */
export const queues: readonly Queue[] = eventTypes.map(queueOf);

/** Seconds until the last attempt of a message begins, attempts themselves not counted. */
export const retryBudgetSeconds = ({ retryDelaysSeconds }: Queue) =>
  retryDelaysSeconds.reduce((sum, delay) => sum + delay, 0);

/** Whether a message that was sent then has waited longer than its queue allows. */
export const isExpired = ({ lifetimeSeconds }: Queue, sentAt: Date) =>
  lifetimeSeconds !== null && Date.now() - sentAt.getTime() > lifetimeSeconds * 1000;

export const expiredText = ({ lifetimeSeconds }: Queue) => `waited longer than ${lifetimeSeconds} s`;
