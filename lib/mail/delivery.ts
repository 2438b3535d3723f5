import { env } from '@/lib/env';
import type { Mailer } from './mailer';
import { smtpMailer } from './smtp';

/** Whether letters leave the store; without a mail server they are read on /ops/mail and in the log. */
export const isMailDelivered = (): boolean => env().SMTP_URL !== undefined;

const store = globalThis as typeof globalThis & { pomonaMailer?: Mailer };

/** The configured mail server, or null. */
export function mailer(): Mailer | null {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL || !MAIL_FROM) return null;
  store.pomonaMailer ??= smtpMailer({ url: SMTP_URL, from: MAIL_FROM });
  return store.pomonaMailer;
}
