import { z } from 'zod';
import { organizationRef } from '@/lib/accounts/organizations/schema';

export const transferBody = z.strictObject({ organization: organizationRef });

export const transfer = z.object({
  id: z.uuid(),
  app: z.object({ id: z.uuid(), slug: z.string(), name: z.string(), iconUrl: z.string().nullable() }),
  from: z.object({ slug: z.string(), name: z.string() }),
  to: z.object({ slug: z.string(), name: z.string() }),
  createdAt: z.string(),
  outcome: z.enum(['accepted', 'declined', 'cancelled']).nullable(),
});

export type Transfer = z.infer<typeof transfer>;
