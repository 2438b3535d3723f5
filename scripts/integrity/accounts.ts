/** Whom an evaluation takes the authors for, since the files do not say. */
export const accounts = ['old-owner', 'new-owner', 'new-stranger'] as const;
export type Account = (typeof accounts)[number];

const OLD_DAYS = 1000;

export const accountFacts = (account: Account) => ({
  accountAgeDays: account === 'old-owner' ? OLD_DAYS : 0,
  owns: account !== 'new-stranger',
  isPaid: false,
});
