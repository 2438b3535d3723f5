import type { Tx } from '@/db/client';
import type { EventType, Message } from './events';

/** A message on its way to handlers; `attempt` counts from 0. */
export type Delivery = { data: unknown; attempt: number };

/** `retry`: again after the queue's next delay. `reject`: no attempt will ever succeed, straight to the dead letters. */
export type Outcome = { result: 'done' } | { result: 'retry' | 'reject'; error: string };

export type Subscription = {
  queue: EventType;
  /** Most deliveries handed over at once. */
  batchSize: number;
  /** Says what became of each delivery, in their order. */
  receive(deliveries: Delivery[]): Promise<Outcome[]>;
};

export type Consumer = {
  /** Takes no new work and waits for what is running; what is not done in time is delivered again. */
  stop(timeoutMs: number): Promise<void>;
};

/** Carries events from commands to handlers, at least once and in any order. */
export interface Broker {
  /** Sends with the transaction: a rollback takes the message back. Needs no consumer. */
  send(tx: Tx, queue: EventType, message: Message): Promise<void>;
  /** Resolves when messages are being taken; rejects when the broker cannot be reached. */
  consume(subscriptions: readonly Subscription[]): Promise<Consumer>;
}

const retryDelaysSeconds: readonly number[] = [2, 4, 8];

/** A mail server that restarts, or asks to be tried again later, is back within the life of a link. */
const mailRetryDelaysSeconds: readonly number[] = [2, 10, 60, 300, 900];

/** Attempts after the first: the wait before each in seconds; then the message is a dead letter. */
export const retryDelaysOf = (queue: EventType) =>
  queue === 'mail.requested' ? mailRetryDelaysSeconds : retryDelaysSeconds;
