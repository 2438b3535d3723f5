/** The voice of one category: what every listing, release note and review in it may draw on beside the app's own words. */
export interface Grammar {
  slug: string;
  /** Second sentences of a listing. `{name}` is the app, `{word}` one of its own words. */
  hooks: readonly string[];
  /** Features any app of the category could have: `label | detail`. */
  extras: readonly string[];
  closers: readonly string[];
  fixes: readonly string[];
  /** Clauses of reviews; `{feature}` is a feature's label, `{name}` the app. */
  praise: readonly string[];
  gripes: readonly string[];
  /** Where and when people use it: "on the train". */
  settings: readonly string[];
  /** Apps in the notation that `parse.ts` reads. */
  apps: string;
}
