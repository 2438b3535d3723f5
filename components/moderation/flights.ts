/** What was sent and is not answered yet, by id; state would be a drawing too late for a second press. */
export function newFlights() {
  const flights = new Map<string, object>();
  return {
    /** Those that nothing is on its way for: they are `by`'s from now on. */
    start(ids: readonly string[], by: object): string[] {
      const free = [...new Set(ids)].filter((id) => !flights.has(id));
      for (const id of free) flights.set(id, by);
      return free;
    },
    /** Leaves what was sent anew since. */
    end(ids: readonly string[], by: object): void {
      for (const id of ids) if (flights.get(id) === by) flights.delete(id);
    },
    /** They were taken back: whatever is on its way is of the past. */
    forget(ids: readonly string[]): void {
      for (const id of ids) flights.delete(id);
    },
  };
}
