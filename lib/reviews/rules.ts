/** Every state of a review. */
export const reviewStates = ['pending', 'approved', 'manual_review', 'escalated', 'rejected', 'appealed'] as const;

export type ReviewState = (typeof reviewStates)[number];

type Transition = {
  from: readonly ReviewState[];
  to: ReviewState;
  by: 'author' | 'machine' | 'moderator';
  /** Whether others see it and it counts afterwards: yes, no, or as it was before. */
  shows: 'yes' | 'no' | 'as_before';
};

/**
 * The one table of what may happen to a review: commands write by it, buttons are shown by it. The machine decides about
 * what is new; about what people have seen it only asks for another look. An edit leaves the text that others see until
 * the new one is scored.
 */
export const transitions = {
  edit: { from: reviewStates, to: 'pending', by: 'author', shows: 'as_before' },
  pass: { from: ['pending'], to: 'approved', by: 'machine', shows: 'yes' },
  hold: { from: ['pending'], to: 'manual_review', by: 'machine', shows: 'no' },
  refuse: { from: ['pending'], to: 'rejected', by: 'machine', shows: 'no' },
  reopen: { from: ['approved'], to: 'manual_review', by: 'machine', shows: 'as_before' },
  approve: { from: ['manual_review', 'escalated'], to: 'approved', by: 'moderator', shows: 'yes' },
  reject: { from: ['approved', 'manual_review', 'escalated'], to: 'rejected', by: 'moderator', shows: 'no' },
  escalate: { from: ['manual_review'], to: 'escalated', by: 'moderator', shows: 'as_before' },
  appeal: { from: ['rejected'], to: 'appealed', by: 'author', shows: 'no' },
  uphold: { from: ['appealed'], to: 'rejected', by: 'moderator', shows: 'no' },
  overturn: { from: ['appealed'], to: 'approved', by: 'moderator', shows: 'yes' },
  undo_to_approved: { from: ['rejected'], to: 'approved', by: 'moderator', shows: 'yes' },
  undo_to_manual_review: {
    from: ['approved', 'rejected', 'escalated'],
    to: 'manual_review',
    by: 'moderator',
    shows: 'no',
  },
  undo_to_escalated: { from: ['approved', 'rejected'], to: 'escalated', by: 'moderator', shows: 'no' },
} as const satisfies Record<string, Transition>;

export type ReviewAction = keyof typeof transitions;

/** Whether this may happen to a review in that state. */
export const can = (action: ReviewAction, state: ReviewState): boolean =>
  (transitions[action].from as readonly ReviewState[]).includes(state);

/** States of what waits for a moderator. */
export const onDesk: readonly ReviewState[] = ['manual_review', 'escalated'];

/** A state in a word or two, and what it means, for the author. */
export const stateWords: Record<ReviewState, { name: string; text: string }> = {
  pending: { name: 'Being checked', text: 'It is checked before others see it. This takes moments.' },
  approved: { name: 'Published', text: 'Others see it and it counts.' },
  manual_review: { name: 'Waiting for a moderator', text: 'A person will look at it.' },
  escalated: { name: 'Waiting for a moderator', text: 'A person will look at it.' },
  rejected: { name: 'Not published', text: 'Others do not see it and it does not count.' },
  appealed: { name: 'Appealed', text: 'Somebody else than who decided first will look at it.' },
};

export const titleMax = 100;
export const bodyMax = 4000;
export const appealTextMax = 4000;

/** After how many days the author of a rejected review may no longer appeal. */
export const appealDays = 180;

/** What brings an approved review back to the desk: this many people with accounts this old, or one of these reasons. */
export const reportersToReopen = 3;
export const reporterMinDays = 30;
export const decisiveReasons = ['illegal', 'personal_data'] as const;

/** Fewer ratings have no average: they say too little. */
export const ratingsForAverage = 5;

export const recentDays = 30;

/** Most reviews of which one asks for one's votes at once. */
export const votesMax = 100;

const z95 = 1.959964;

/**
 * Wilson's lower bound of the helpful share at 95% confidence, 0..1; 0 without votes (Wilson 1927). One vote of one
 * counts less than nine of ten.
 */
export function wilsonLowerBound(helpful: number, total: number): number {
  if (total <= 0) return 0;
  const share = helpful / total;
  const z2 = z95 * z95;
  const spread = z95 * Math.sqrt((share * (1 - share) + z2 / (4 * total)) / total);
  return Math.max(0, (share + z2 / (2 * total) - spread) / (1 + z2 / total));
}

/** Length as Postgres counts it: in code points. */
export const lengthOf = (text: string): number => [...text].length;

// Joiners, marks of direction and tags are part of Persian, Arabic, Hebrew and of flags; what turns the direction of all
// that follows, and control characters, are not.
const controls = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
// Marks and selectors of variants change a letter or an emoji and are nothing without one; U+2800 is a Braille letter
// without dots, U+1D159 a note without a head.
const unseen = /^[\p{Cc}\p{Cf}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800\u{1d159}]*$/u;

/** One line as reviewers may write it: empty, or with something to see. */
export const isReviewLine = (text: string): boolean => !controls.test(text) && isSeen(text);

/** The same for text of several lines. */
export const isReviewText = (text: string): boolean => !controls.test(text.replace(/[\n\r\t]/g, '')) && isSeen(text);

const isSeen = (text: string) => text === '' || !unseen.test(text);
