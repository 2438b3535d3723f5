import { type SQL, sql } from 'drizzle-orm';
import type { EngineQuery } from '../engine';
import type { FacetName } from '../schema';

export type Filters = Omit<EngineQuery, 'q' | 'sort' | 'match' | 'limit' | 'offset'>;

/** Lexemes of what is filtered by, where the index knows it. `chosen`: of facets, whose other choices are counted without them. */
export function tagQueries(filters: Filters): { always: string[]; chosen: string[] } {
  const { category, subcategory, platform, price, developer, accessibility = [] } = filters;
  const chosen: string[] = [];
  if (category) chosen.push(`~c:${category}`);
  if (subcategory) chosen.push(`~s:${subcategory}`);
  if (platform) chosen.push(`~p:${platform}`);
  if (price) chosen.push(price === 'free' ? '~free' : '~paid');
  const always = accessibility.map((feature) => `~a:${feature}`);
  if (developer) always.push(`~o:${developer}`);
  return { always, chosen };
}

/** Conditions on rows of search_pool that facets have no part in. */
export function rowCondition({ minPrice, maxPrice }: Filters): SQL {
  const conditions = [sql`true`];
  if (minPrice !== undefined) conditions.push(sql`p.price_minor >= ${minPrice}`);
  if (maxPrice !== undefined) conditions.push(sql`p.price_minor <= ${maxPrice}`);
  return sql.join(conditions, sql` and `);
}

/** Whether a row of search_pool is what is chosen of a facet. A subcategory goes with its category. */
export function facetConditions(filters: Filters): Record<FacetName, SQL> {
  const { category, subcategory, platform, price, minRating, age } = filters;
  const categories = [sql`true`];
  if (category) categories.push(sql`p.category_slug = ${category}`);
  if (subcategory) categories.push(sql`p.subcategory_slug = ${subcategory}`);
  return {
    category: sql.join(categories, sql` and `),
    platform: platform ? sql`${platform} = any(p.platforms)` : sql`true`,
    price: price ? (price === 'free' ? sql`p.price_minor = 0` : sql`p.price_minor > 0`) : sql`true`,
    minRating: minRating === undefined ? sql`true` : sql`p.average_rating >= ${minRating}::real`,
    age: age === undefined ? sql`true` : sql`p.age_rating <= ${age}`,
  };
}
