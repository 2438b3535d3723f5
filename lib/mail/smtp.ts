import { createTransport } from 'nodemailer';
import { type Mailer, MailRefused } from './mailer';

type Options = {
  /** smtp:// or smtps://, with user and password where the server wants them. */
  url: string;
  /** The store's own address. */
  from: string;
  /** For each step of the conversation. */
  timeoutMs?: number;
};

/** Hands letters to a mail server. The Message-ID is made of the letter's id: one sent twice is known as one. */
export function smtpMailer({ url, from, timeoutMs = 8_000 }: Options): Mailer {
  const transport = createTransport(
    {
      url,
      connectionTimeout: timeoutMs,
      dnsTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' } },
  );
  return {
    async send(letter, { name }) {
      try {
        await transport.sendMail({
          messageId: `<${letter.id}@${from.split('@')[1]}>`,
          date: letter.createdAt,
          from: { name, address: from },
          to: { name: '', address: letter.recipient },
          subject: letter.subject,
          text: letter.body,
        });
      } catch (error) {
        const { code = 'error', responseCode } = error as { code?: string; responseCode?: number };
        const reason = error instanceof Error ? error.message : String(error);
        throw new MailRefused(
          ['the mail server did not take it:', code, responseCode].filter(Boolean).join(' '),
          reason,
        );
      }
    },
  };
}
