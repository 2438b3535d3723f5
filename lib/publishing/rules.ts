/** Every state of a version, in the order in which it may live through them. */
export const versionStates = [
  'draft',
  'processing',
  'invalid_binary',
  'waiting_for_review',
  'in_review',
  'metadata_rejected',
  'rejected',
  'appealed',
  'approved',
  'released',
  'superseded',
  'removed',
] as const;

export type VersionState = (typeof versionStates)[number];

type Who = 'developer' | 'moderator' | 'store';

type Transition = { from: readonly VersionState[]; to: VersionState; by: Who; label: string };

/**
 * The one table of what may happen to a version: commands write by it, routes answer by it, buttons are shown by it.
 * A message from the developer is enough to hand a rejected version in again; a new build makes it a draft first.
 */
export const transitions = {
  upload: { from: ['draft', 'invalid_binary', 'rejected'], to: 'processing', by: 'developer', label: 'Upload a build' },
  accept_build: { from: ['processing'], to: 'draft', by: 'store', label: 'The build is valid' },
  refuse_build: { from: ['processing'], to: 'invalid_binary', by: 'store', label: 'The build is not valid' },
  submit: {
    from: ['draft', 'metadata_rejected', 'rejected'],
    to: 'waiting_for_review',
    by: 'developer',
    label: 'Submit for review',
  },
  withdraw: { from: ['waiting_for_review', 'in_review'], to: 'draft', by: 'developer', label: 'Withdraw' },
  claim: { from: ['waiting_for_review'], to: 'in_review', by: 'moderator', label: 'Review' },
  give_back: { from: ['in_review'], to: 'waiting_for_review', by: 'moderator', label: 'Give back' },
  approve: { from: ['in_review'], to: 'approved', by: 'moderator', label: 'Approve' },
  reject: { from: ['in_review'], to: 'rejected', by: 'moderator', label: 'Reject' },
  reject_metadata: { from: ['in_review'], to: 'metadata_rejected', by: 'moderator', label: 'Reject metadata only' },
  appeal: { from: ['rejected'], to: 'appealed', by: 'developer', label: 'Appeal' },
  uphold: { from: ['appealed'], to: 'rejected', by: 'moderator', label: 'Uphold' },
  overturn: { from: ['appealed'], to: 'approved', by: 'moderator', label: 'Overturn' },
  release: { from: ['approved'], to: 'released', by: 'developer', label: 'Release' },
  supersede: { from: ['released'], to: 'superseded', by: 'store', label: 'A newer version is out' },
  roll_back: { from: ['superseded'], to: 'released', by: 'developer', label: 'Roll back to this version' },
  give_up: {
    from: ['draft', 'invalid_binary', 'metadata_rejected', 'rejected', 'approved'],
    to: 'removed',
    by: 'developer',
    label: 'Give up',
  },
  remove: { from: ['released', 'superseded'], to: 'removed', by: 'moderator', label: 'Remove' },
  restore: { from: ['removed'], to: 'released', by: 'moderator', label: 'Restore' },
} as const satisfies Record<string, Transition>;

export type VersionAction = keyof typeof transitions;

/** Whether this may happen to a version in that state. */
export const can = (action: VersionAction, state: VersionState): boolean =>
  (transitions[action].from as readonly VersionState[]).includes(state);

/** What developers, moderators and the store may do in a state. */
export const actionsIn = (state: VersionState, by: Who): VersionAction[] =>
  (Object.keys(transitions) as VersionAction[]).filter((action) => transitions[action].by === by && can(action, state));

export const stateNames: Record<VersionState, string> = {
  draft: 'Draft',
  processing: 'Being checked',
  invalid_binary: 'Build not valid',
  waiting_for_review: 'Waiting for review',
  in_review: 'In review',
  metadata_rejected: 'Text or pictures rejected',
  rejected: 'Rejected',
  appealed: 'Appealed',
  approved: 'Approved',
  released: 'Released',
  superseded: 'Superseded',
  removed: 'Removed',
};

/** What happens next, in words for the developer. */
export const whatIsNext: Record<VersionState, string> = {
  draft: 'Upload a build, finish the listing, then submit it for review.',
  processing: 'The build is being checked. This takes moments.',
  invalid_binary: 'Read what is wrong with the build and upload another one.',
  waiting_for_review: 'A moderator will take it up. You can withdraw it until it is decided.',
  in_review: 'A moderator is looking at it now.',
  metadata_rejected: 'Change the text or the pictures and submit it again. It keeps its place; no new build is needed.',
  rejected: 'Upload a new build, or answer the reviewers and submit it again, or appeal once.',
  appealed: 'Somebody else than who rejected it will decide.',
  approved: 'It comes out as you chose: now, at a date, or when you release it.',
  released: 'It is in the store. Make a new version for the next change.',
  superseded: 'A newer version is out. You can roll back to this one.',
  removed: 'It is not in the store. The reason, where there is one, is in your notifications.',
};

/** Why an action is out of use in a state; null when it is not. */
export const whyNotNow = (action: VersionAction, state: VersionState): string | null =>
  can(action, state)
    ? null
    : `Possible while it is ${list(transitions[action].from.map((from) => stateNames[from].toLowerCase()))}; it is ${stateNames[state].toLowerCase()}.`;

const list = (words: string[]) =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

/** States in which a version is on its way: an app has one such version at most. */
export const inFlight: readonly VersionState[] = versionStates.filter(
  (state) => !['released', 'superseded', 'removed'].includes(state),
);

/** States in which the listing that goes with a version may be edited. */
export const editable: readonly VersionState[] = [
  'draft',
  'processing',
  'invalid_binary',
  'metadata_rejected',
  'rejected',
];

/** States in which a version may be deleted. */
export const deletable: readonly VersionState[] = [
  'draft',
  'invalid_binary',
  'metadata_rejected',
  'rejected',
  'approved',
];

/** Most bytes of one piece of an upload, and of a whole build. */
export const chunkMaxBytes = 8 * 1024 * 1024;
export const buildMaxBytes = 4 * 1024 ** 3;

export const mediaMaxBytes = 20 * 1024 * 1024;
export const screenshotsMax = 10;

/** Kinds of builds, and the platforms that take them. */
export const buildKinds = {
  apk: ['android'],
  aab: ['android'],
  ipa: ['ios'],
  zip: ['windows', 'macos', 'linux', 'web', 'android', 'ios'],
  dmg: ['macos'],
  msi: ['windows'],
  exe: ['windows'],
  appimage: ['linux'],
  deb: ['linux'],
  'tar.gz': ['linux', 'macos'],
} as const;

export type BuildKind = keyof typeof buildKinds;

/** After how many days somebody may no longer appeal. */
export const appealDays = 180;

/** What the store aims at: hours from submission to decision. */
export const reviewTargetHours = 24;
