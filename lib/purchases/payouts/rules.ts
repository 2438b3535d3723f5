/** A month of the UTC calendar, `2026-10`. */
export const monthPattern = /^2\d{3}-(0[1-9]|1[0-2])$/;

/** When a month begins and when the next one does, in UTC. */
export function monthBounds(month: string): { start: Date; end: Date } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { start: new Date(Date.UTC(year, number - 1, 1)), end: new Date(Date.UTC(year, number, 1)) };
}

/** The last month that is over. */
export const monthBefore = (now: Date): string =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);

/**
 * The least that is paid out, in minor units, where banks' fees would eat less: about ten dollars. Less waits for the
 * next month; in other currencies everything above zero is paid.
 */
export const payoutThresholdsMinor: Readonly<Record<string, number>> = {
  USD: 10_00,
  EUR: 10_00,
  GBP: 10_00,
  JPY: 1_500,
  BRL: 50_00,
};

export const payableAccount = (organizationId: string) => `organization:${organizationId}:payable`;
