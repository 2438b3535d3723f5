/** Counted, faceted and put in order are at most so many: of more matches the most popular. */
export const poolSize = 1_000;
/** Below so many matches, words are taken for mistyped. */
export const fewMatches = 5;
/** Names that begin like the query are looked at up to so many. */
export const namePool = 200;
