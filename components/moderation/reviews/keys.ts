import type { DeskKey } from '../keys';

/** What a key does at the desk of reviews. */
export type ReviewCommand = 'next' | 'previous' | 'claim' | 'approve' | 'reject' | 'escalate' | 'undo' | 'help';

export const reviewKeys: DeskKey<ReviewCommand>[] = [
  { key: 'J', command: 'next', text: 'Next review' },
  { key: 'K', command: 'previous', text: 'Previous review' },
  { key: 'A', command: 'approve', text: 'Approve at once' },
  { key: 'R', command: 'reject', text: 'Reject: 1 to 8 choose the rule, Enter sends it' },
  { key: 'E', command: 'escalate', text: 'Hand on to the admins: Enter sends it' },
  { key: 'U', command: 'undo', text: 'Take the last decision back, for 10 seconds' },
  { key: 'C', command: 'claim', text: 'Claim it, to keep others off while you read' },
  { key: '?', command: 'help', text: 'These keys' },
];
