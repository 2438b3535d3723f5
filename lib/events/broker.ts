import type { Tx } from '@/db/client';
import type { Message } from './events';
import type { Queue } from './queues';

/** A message on its way to handlers; `attempt` counts from 0, `sentAt` is the time of its first. */
export type Delivery = { data: unknown; attempt: number; priority: number; sentAt: Date };

/** `retry`: again after the queue's next delay. `reject`: no attempt will ever succeed, straight to the dead letters. */
export type Outcome = { result: 'done' } | { result: 'retry' | 'reject'; error: string };

export type Subscription = {
  queue: Queue;
  /** Most deliveries handed over at once. */
  batchSize: number;
  /** Says what became of each delivery, in their order. When it rejects, all of them are delivered again. */
  receive(deliveries: Delivery[]): Promise<Outcome[]>;
};

export type Consumer = {
  /** Takes no more messages of a queue, or takes them again; what is running ends as usual. */
  setPaused(queue: string, isPaused: boolean): Promise<void>;
  /** Why it takes no messages now, if it does not. */
  problem(): string | null;
  /** Takes no new work and waits for what is running; what is not done in time is delivered again. */
  stop(timeoutMs: number): Promise<void>;
};

export type SendOptions = {
  /** From 0 to 10, the highest first, on queues that have priorities. */
  priority?: number;
  delaySeconds?: number;
};

/** Carries events from commands to handlers, at least once and in any order. */
export interface Broker {
  /** Sends with the transaction: a rollback takes the message back. Needs no consumer. */
  send(tx: Tx, queue: Queue, message: Message, options?: SendOptions): Promise<void>;
  /** Resolves when messages are being taken; rejects when the broker cannot be reached. */
  consume(subscriptions: readonly Subscription[]): Promise<Consumer>;
}
