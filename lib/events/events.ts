import { z } from 'zod';

/** Events by type: the schema version that is written today and the payload, which carries ids only. */
const definitions = {
  'purchase.completed': { version: 1, payload: z.strictObject({ purchaseId: z.uuid() }) },
  'purchase.refunded': { version: 1, payload: z.strictObject({ purchaseId: z.uuid(), refundId: z.uuid() }) },
  'payment.event_received': { version: 1, payload: z.strictObject({ paymentEventId: z.uuid() }) },
  'app.downloaded': { version: 1, payload: z.strictObject({ deliveryId: z.uuid() }) },
  'account.created': { version: 1, payload: z.strictObject({ userId: z.uuid() }) },
  'account.password_changed': { version: 1, payload: z.strictObject({ userId: z.uuid() }) },
  'account.erased': { version: 1, payload: z.strictObject({ userId: z.uuid(), reviews: z.enum(['delete', 'keep']) }) },
  'app.reported': { version: 1, payload: z.strictObject({ reportId: z.uuid() }) },
  'app.reports_resolved': { version: 1, payload: z.strictObject({ reportIds: z.array(z.uuid()).max(1000) }) },
  'organization.suspension_changed': { version: 1, payload: z.strictObject({ organizationId: z.uuid() }) },
  'organization.joined': { version: 1, payload: z.strictObject({ organizationId: z.uuid(), userId: z.uuid() }) },
  'upload.completed': { version: 1, payload: z.strictObject({ buildId: z.uuid() }) },
  'version.state_changed': {
    version: 1,
    payload: z.strictObject({ versionId: z.uuid(), action: z.string(), submissionId: z.uuid().nullable() }),
  },
  'app.changed': { version: 1, payload: z.strictObject({ appId: z.uuid() }) },
  'organization.changed': { version: 1, payload: z.strictObject({ organizationId: z.uuid() }) },
  'app.status_changed': { version: 1, payload: z.strictObject({ appId: z.uuid(), status: z.string() }) },
  'app.transferred': { version: 1, payload: z.strictObject({ transferId: z.uuid() }) },
  'appeal.decided': { version: 1, payload: z.strictObject({ appealId: z.uuid() }) },
  'review.created': { version: 1, payload: z.strictObject({ reviewId: z.uuid(), revision: z.number().int() }) },
  'review.status_changed': {
    version: 1,
    payload: z.strictObject({ reviewId: z.uuid(), revision: z.number().int(), status: z.string() }),
  },
  'review.deleted': { version: 1, payload: z.strictObject({ reviewId: z.uuid() }) },
  'review.responded': { version: 1, payload: z.strictObject({ reviewId: z.uuid() }) },
  'review.reported': { version: 1, payload: z.strictObject({ reportId: z.uuid() }) },
  'mail.requested': { version: 1, payload: z.strictObject({ mailId: z.uuid() }) },
} as const satisfies Record<string, { version: number; payload: z.ZodType }>;

export type EventType = keyof typeof definitions;

export type Payload<T extends EventType> = z.infer<(typeof definitions)[T]['payload']>;

/** What a command says has happened. */
export type NewEvent = { [T in EventType]: { type: T; payload: Payload<T> } }[EventType];

/** An event as a handler gets it. */
export type Event<T extends EventType = EventType> = { id: string; type: T; occurredAt: Date; payload: Payload<T> };

export const eventTypes = Object.keys(definitions) as EventType[];

/** What travels through queues; the id stays the same through dead letters and back. */
const message = z.object({
  id: z.uuid(),
  version: z.number().int(),
  occurredAt: z.iso.datetime(),
  payload: z.unknown(),
});

export type Message = z.infer<typeof message>;

/** Whether this is what `toMessage` makes, of whatever type and version. */
export const isMessage = (data: unknown): data is Message => message.safeParse(data).success;

export function toMessage(event: NewEvent, id: string, now: Date): Message {
  const { version, payload } = definitions[event.type];
  return { id, version, occurredAt: now.toISOString(), payload: payload.parse(event.payload) };
}

/** The event in a message of this queue; null when its shape or version is not one that this program knows. */
export function fromMessage<T extends EventType>(type: T, data: unknown): Event<T> | null {
  const parsed = message.safeParse(data);
  if (!parsed.success || parsed.data.version !== definitions[type].version) return null;
  const payload = definitions[type].payload.safeParse(parsed.data.payload);
  if (!payload.success) return null;
  return {
    id: parsed.data.id,
    type,
    occurredAt: new Date(parsed.data.occurredAt),
    payload: payload.data as Payload<T>,
  };
}
