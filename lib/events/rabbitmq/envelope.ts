import type { ConsumeMessage, Options } from 'amqplib';
import { newId } from '@/lib/ids';
import { isMessage, type Message } from '../events';
import type { Queue } from '../queues';
import type { Relayed } from './relayed';

/** Headers of ours: which attempt this is, from 0, and when the event was sent first, in milliseconds since 1970. */
const attemptHeader = 'x-attempt';
const sentAtHeader = 'x-sent-at';

/** What was in a message of RabbitMQ; `message` is null where it was none of ours. */
export type Envelope = {
  id: string;
  queue: string;
  data: unknown;
  message: Message | null;
  attempt: number;
  sentAt: Date;
  priority: number;
};

export type Ours = Envelope & { message: Message };

export const isOurs = (envelope: Envelope): envelope is Ours => envelope.message !== null;

/** A message ready to be published. It expires in its queue at the end of its lifetime. */
export function seal(queue: Queue, { message, priority, sentAt }: Relayed, attempt: number) {
  const left = queue.lifetimeSeconds === null ? null : sentAt.getTime() + queue.lifetimeSeconds * 1000 - Date.now();
  const options: Options.Publish = {
    persistent: true,
    contentType: 'application/json',
    messageId: message.id,
    headers: { [attemptHeader]: attempt, [sentAtHeader]: sentAt.getTime() },
    ...(queue.hasPriority ? { priority } : {}),
    ...(left === null || attempt > 0 ? {} : { expiration: Math.max(0, left) }),
  };
  return { content: Buffer.from(JSON.stringify(message)), options };
}

/** Reads what RabbitMQ delivers, whoever put it there. What is no message of ours is kept as text. */
export function open({ content, fields, properties }: ConsumeMessage): Envelope {
  const text = content.toString('utf8');
  const message = parse(text);
  const headers: Record<string, unknown> = properties.headers ?? {};
  const attempt = Number(headers[attemptHeader]);
  const sentAt = Number(headers[sentAtHeader]);
  return {
    id: message?.id ?? newId(),
    queue: fields.routingKey,
    data: message ?? { text: text.replaceAll('\0', '\u{fffd}').slice(0, 10_000) },
    message,
    attempt: Number.isSafeInteger(attempt) && attempt > 0 ? attempt : 0,
    sentAt: Number.isSafeInteger(sentAt) && sentAt > 0 ? new Date(sentAt) : new Date(),
    priority: properties.priority ?? 0,
  };
}

function parse(text: string): Message | null {
  // Postgres keeps no such character in its documents, so no message of ours has one.
  if (text.includes('\\u0000')) return null;
  try {
    const data: unknown = JSON.parse(text);
    return isMessage(data) ? data : null;
  } catch {
    return null;
  }
}
