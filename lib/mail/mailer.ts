/** A letter on its way out. */
export type Outgoing = { id: string; recipient: string; subject: string; body: string; createdAt: Date };

/** Hands letters to whoever delivers them. */
export interface Mailer {
  /** Resolves when the letter is somebody else's to deliver; throws MailRefused otherwise. */
  send(letter: Outgoing, from: { name: string }): Promise<void>;
}

/** `reason` is for admins and may name the recipient; the message is for logs and does not. */
export class MailRefused extends Error {
  readonly reason: string;

  constructor(summary: string, reason: string) {
    super(summary);
    this.name = 'MailRefused';
    this.reason = reason;
  }
}
