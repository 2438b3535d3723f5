import { z } from 'zod';
import {
  appCard,
  appDetail,
  appRef,
  appsQuery,
  appVersion,
  category,
  collection,
  developer,
  languageTag,
} from '@/lib/catalog/schema';
import { countryCode } from '@/lib/country';
import { defineOperations } from '@/lib/http/operation';
import { page, pageQuery } from '@/lib/pagination';
import { review, reviewsQuery } from '@/lib/reviews/schema';

const appParams = z.object({ id: appRef });
const country = z.strictObject({ country: countryCode.optional() });

export const catalogOperations = defineOperations({
  'GET /apps': {
    tag: 'Catalogue',
    summary: 'Listed apps, filtered and sorted',
    auth: 'none',
    query: appsQuery,
    responses: { 200: page(appCard) },
    errors: ['invalid_cursor'],
    isCatalogueRead: true,
  },
  'GET /apps/{id}': {
    tag: 'Catalogue',
    summary: 'One app, by id, slug or bundle id; in the language `lang` where it is translated, else in its own words',
    auth: 'none',
    params: appParams,
    query: country.extend({ lang: languageTag.optional() }),
    responses: { 200: appDetail },
    isCatalogueRead: true,
  },
  'GET /apps/{id}/versions': {
    tag: 'Catalogue',
    summary: 'Released versions, newest first',
    auth: 'none',
    params: appParams,
    query: z.strictObject(pageQuery),
    responses: { 200: page(appVersion) },
    errors: ['invalid_cursor'],
    isCatalogueRead: true,
  },
  'GET /apps/{id}/similar': {
    tag: 'Catalogue',
    summary: 'Apps that people who look at this one might like, and apps that its owners own too',
    auth: 'none',
    params: appParams,
    query: country,
    responses: { 200: z.object({ items: z.array(appCard), boughtTogether: z.array(appCard) }) },
    isCatalogueRead: true,
  },
  'GET /apps/{id}/reviews': {
    tag: 'Reviews',
    summary: 'Reviews that count, sorted and filtered',
    auth: 'none',
    params: appParams,
    query: reviewsQuery,
    responses: { 200: page(review) },
    errors: ['invalid_cursor'],
    isCatalogueRead: true,
  },
  'GET /categories': {
    tag: 'Catalogue',
    summary: 'Categories and sub-genres with the number of listed apps',
    auth: 'none',
    query: z.strictObject({}),
    responses: { 200: z.object({ items: z.array(category) }) },
    isCatalogueRead: true,
  },
  'GET /developers/{slug}': {
    tag: 'Catalogue',
    summary: 'An organisation; its apps are GET /apps?developer=',
    auth: 'none',
    params: z.object({ slug: z.string().max(120) }),
    query: z.strictObject({}),
    responses: {
      200: developer.extend({
        description: z.string(),
        website: z.string().nullable(),
        country: z.string(),
        verifiedDomain: z.string().nullable(),
        appCount: z.number().int(),
      }),
    },
    isCatalogueRead: true,
  },
  'GET /collections': {
    tag: 'Catalogue',
    summary: 'Editorial stories and lists in force, with their apps',
    auth: 'none',
    query: country,
    responses: { 200: z.object({ items: z.array(collection) }) },
    isCatalogueRead: true,
  },
});
