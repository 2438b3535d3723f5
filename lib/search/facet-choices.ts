/** Which choices of `minRating` and `age` facets count: ratings from, ages up to. */
export const ratingSteps = [3, 4, 4.5] as const;
export const ageSteps = [4, 9, 12, 16] as const;
