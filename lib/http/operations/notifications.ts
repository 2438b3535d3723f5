import { z } from 'zod';
import { notification, readNotificationsBody, unreadCount } from '@/lib/accounts/schema';
import { defineOperations } from '@/lib/http/operation';
import { page, pageQuery } from '@/lib/pagination';

export const notificationOperations = defineOperations({
  'GET /me/notifications': {
    tag: 'Notifications',
    summary: 'What has happened for me, newest first, and how many I have not read',
    auth: 'user',
    query: z.strictObject(pageQuery),
    responses: { 200: page(notification).extend({ unreadCount }) },
    errors: ['invalid_cursor'],
  },
  'POST /me/notifications/read': {
    tag: 'Notifications',
    summary: 'Mark notifications as read: some by id, or all up to a moment',
    auth: 'user',
    body: readNotificationsBody,
    responses: { 200: z.object({ unreadCount }) },
  },
});
