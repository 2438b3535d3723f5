import { z } from 'zod';
import { appRef, report, reportBody, wishlistItem, wishlistQuery } from '@/lib/catalog/schema';
import { defineOperations } from '@/lib/http/operation';
import { page } from '@/lib/pagination';

const wishParams = z.object({ appId: appRef });

export const wishlistOperations = defineOperations({
  'GET /wishlist': {
    tag: 'Wishlist',
    summary: 'Apps that I want to remember, newest first',
    auth: 'user',
    query: wishlistQuery,
    responses: { 200: page(wishlistItem) },
    errors: ['invalid_cursor'],
  },
  'PUT /wishlist/{appId}': {
    tag: 'Wishlist',
    summary: 'Put a listed app on my wishlist; again changes nothing',
    auth: 'user',
    params: wishParams,
    responses: { 204: null },
    errors: ['wishlist_full'],
  },
  'DELETE /wishlist/{appId}': {
    tag: 'Wishlist',
    summary: 'Take an app off my wishlist; again changes nothing',
    auth: 'user',
    params: wishParams,
    responses: { 204: null },
  },
  'POST /apps/{id}/reports': {
    tag: 'Catalogue',
    summary: 'Report an app to the store: 201, or 200 where my open report of it has these words now',
    auth: 'user',
    params: z.object({ id: appRef }),
    body: reportBody,
    responses: { 200: report, 201: report },
  },
});
