/** The rules that a rejected review has broken; decisions carry the ids. */
export const reviewRules = [
  { id: 'R1', title: 'Own experience', text: 'It tells what its author found in the app, not what others were told.' },
  { id: 'R2', title: 'Not bought', text: 'Nobody paid, rewarded or ordered it, and it is one of one person.' },
  { id: 'R3', title: 'No interest in it', text: 'Its author does not work for the developer or a rival.' },
  {
    id: 'R4',
    title: 'About the app',
    text: 'It is about the app: not about its price elsewhere, the shop or the news.',
  },
  { id: 'R5', title: 'Respect', text: 'No insults, threats, hatred or slurs.' },
  { id: 'R6', title: 'Privacy', text: 'No names, addresses, numbers or secrets of other people.' },
  { id: 'R7', title: 'No advertising', text: 'No links, codes or offers, and no text that is pasted again and again.' },
  { id: 'R8', title: 'Law', text: 'Nothing that is illegal where the store is run.' },
] as const;

export type ReviewRuleId = (typeof reviewRules)[number]['id'];

export const reviewRuleIds = reviewRules.map(({ id }) => id) as [ReviewRuleId, ...ReviewRuleId[]];

/** What the machine rejects a review for. */
export const machineRule: ReviewRuleId = 'R2';

/** A decision can be taken back this long, by who made it; its author hears of it afterwards. */
export const undoMs = 10_000;

/** Most reviews that are decided at once. */
export const bulkLimit = 200;

/**
 * How much a flagged review matters, the greatest first: 1 − score, 0.1 for each report up to five, and up to 0.2 for
 * an app that was looked at 10,000 times in 7 days, on a logarithmic scale.
 */
export const priorityWeights = { report: 0.1, mostReports: 5, reach: 0.2, fullReach: 10_000 } as const;
