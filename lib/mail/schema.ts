import { z } from 'zod';
import { pageQuery } from '@/lib/pagination';

/** A letter of the store as admins see it; `body` is empty once a mail server took it. */
export const mail = z.object({
  id: z.uuid(),
  kind: z.enum(['verify_email', 'reset_password', 'invitation']),
  recipient: z.string(),
  subject: z.string(),
  body: z.string(),
  createdAt: z.string(),
  /** Null while it waits, or for good where no mail server is configured. */
  sentAt: z.string().nullable(),
  /** Why the last attempt failed. */
  error: z.string().nullable(),
});

export const mailsQuery = z.strictObject(pageQuery);

export type Mail = z.infer<typeof mail>;
