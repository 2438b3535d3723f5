import { type Table, table } from './copy';
import type { World } from './world';

/** What people keep for themselves: wishlists, and what their bells show. */
export function* personalTables({ wishes, news }: World): Generator<Table> {
  yield table('wishlist_items', wishes, {
    user_id: (w) => w.user.id,
    app_id: (w) => w.app.id,
    created_at: (w) => w.createdAt,
  });
  yield table('notifications', news, {
    id: (n) => n.id,
    user_id: (n) => n.user.id,
    kind: (n) => n.kind,
    data: (n) => ({ json: n.data }),
    href: (n) => n.href,
    created_at: (n) => n.createdAt,
    read_at: (n) => n.readAt,
  });
}
