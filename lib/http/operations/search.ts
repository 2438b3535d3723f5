import { z } from 'zod';
import { defineOperations } from '@/lib/http/operation';
import { popularQueries, searchQuery, searchResults, suggestions, suggestQuery } from '@/lib/search/schema';

export const searchOperations = defineOperations({
  'GET /search': {
    tag: 'Search',
    summary: 'Apps for words and filters, re-ranked by quality',
    auth: 'none',
    query: searchQuery,
    responses: { 200: searchResults },
    errors: ['invalid_cursor'],
    isCatalogueRead: true,
    limit: 'search',
  },
  'GET /search/suggest': {
    tag: 'Search',
    summary: 'At most 3 apps and 5 queries while typing',
    auth: 'none',
    query: suggestQuery,
    responses: { 200: suggestions },
    isCatalogueRead: true,
    limit: 'search',
  },
  'GET /search/popular': {
    tag: 'Search',
    summary: 'What at least 20 people searched for and found, the most popular first',
    auth: 'none',
    query: z.strictObject({}),
    responses: { 200: popularQueries },
    isCatalogueRead: true,
    limit: 'search',
  },
});
