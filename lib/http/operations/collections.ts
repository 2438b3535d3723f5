import { z } from 'zod';
import {
  appCard,
  collectionDetail,
  collectionsOrder,
  collectionSummary,
  createCollectionBody,
  storyArt,
  updateCollectionBody,
} from '@/lib/catalog/schema';
import { defineOperations } from '@/lib/http/operation';

const tag = 'Collections';
const params = z.object({ id: z.uuid() });
const headers = z.object({
  'If-Match': z.string().describe('The version that was read; somebody’s change since then answers 412').optional(),
});

/** Stories and lists of the front page, for admins. */
export const collectionOperations = defineOperations({
  'GET /ops/collections': {
    tag,
    summary: 'All stories and lists in their order, drafts and ended ones too',
    auth: 'admin',
    responses: { 200: z.object({ items: z.array(collectionSummary), version: z.string() }) },
  },
  'POST /ops/collections': {
    tag,
    summary: 'Make a story or a list; without startsAt it is a draft',
    auth: 'admin',
    body: createCollectionBody,
    responses: { 201: collectionDetail },
    errors: ['slug_taken', 'too_many_collections', 'unknown_app', 'ends_before_start'],
  },
  'PUT /ops/collections/order': {
    tag,
    summary: 'Put all collections in an order',
    auth: 'admin',
    headers,
    body: collectionsOrder,
    responses: { 200: z.object({ version: z.string() }) },
    errors: ['changed_meanwhile'],
  },
  'GET /ops/collections/apps': {
    tag,
    summary: 'Find apps for a collection by name, slug or bundle id, listed or not',
    auth: 'admin',
    query: z.strictObject({ q: z.string().max(255) }),
    responses: { 200: z.object({ items: z.array(appCard) }) },
  },
  'GET /ops/collections/art': {
    tag,
    summary: 'A sketch (image/webp) of the art that a scene, a hue and a seed make',
    auth: 'admin',
    query: storyArt.extend({ hue: z.coerce.number().int().min(0).max(359) }),
    responses: { 200: null },
  },
  'GET /ops/collections/{id}': {
    tag,
    summary: 'One story or list as its editors see it',
    auth: 'admin',
    params,
    responses: { 200: collectionDetail },
  },
  'PATCH /ops/collections/{id}': {
    tag,
    summary: 'Change what is named, all or nothing',
    auth: 'admin',
    params,
    headers,
    body: updateCollectionBody,
    responses: { 200: collectionDetail },
    errors: ['changed_meanwhile', 'slug_taken', 'unknown_app', 'ends_before_start'],
  },
  'DELETE /ops/collections/{id}': {
    tag,
    summary: 'Delete a story or a list; its apps stay',
    auth: 'admin',
    params,
    headers,
    responses: { 204: null },
    errors: ['changed_meanwhile'],
  },
  'PUT /ops/collections/{id}/art': {
    tag,
    summary: 'Upload its picture: the bytes of a still PNG, JPEG or WebP from 1200 × 600 pixels, up to 1 MiB',
    auth: 'admin',
    params,
    headers,
    responses: { 200: collectionDetail },
    errors: ['changed_meanwhile', 'unsupported_picture', 'picture_too_small', 'picture_too_large', 'body_too_large'],
  },
});
