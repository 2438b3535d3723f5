const batchRows = 5_000;

/** Calls `deleteSome`, which deletes at most `limit` rows and gives them, until nothing is left or the signal comes. */
export async function deleteInBatches(
  signal: AbortSignal,
  deleteSome: (limit: number) => Promise<readonly unknown[]>,
): Promise<number> {
  let deleted = 0;
  while (!signal.aborted) {
    const { length } = await deleteSome(batchRows);
    deleted += length;
    if (length < batchRows) break;
  }
  return deleted;
}
