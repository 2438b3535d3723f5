/** How many cases a desk reads at once; the most that the API gives. */
export const queuePageSize = 100;
