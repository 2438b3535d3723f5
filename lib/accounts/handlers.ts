import { defineHandler } from '@/lib/events/handler';
import { notify } from './notify';

const tellOfPasswordChange = defineHandler({
  name: 'accounts.notify_password_changed',
  event: 'account.password_changed',
  batchSize: 100,
  handle: (ctx, events) =>
    notify(
      ctx,
      ...events.map(({ payload: { userId } }) => ({
        userId,
        kind: 'password_changed' as const,
        data: {},
        href: '/account#sessions',
      })),
    ),
});

/** News about a person's own account. */
export const accountHandlers = [tellOfPasswordChange];
