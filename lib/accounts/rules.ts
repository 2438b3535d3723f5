const dayMs = 86_400_000;

/** A session ends this long after its last use. */
export const sessionLifetimeMs = 30 * dayMs;
/** `last_used_at` is written at most this often. */
export const sessionTouchMs = 60_000;
export const countryLockMs = 30 * dayMs;

/** How long links work: to a new password, mailed and printed for the operator; to confirm an address; to join. */
export const resetLinkLifetimeMs = 1_800_000;
export const adminLinkLifetimeMs = dayMs;
export const verificationLifetimeMs = dayMs;
export const invitationLifetimeMs = 7 * dayMs;
/** Who signs in with an unconfirmed address gets a new link at most this often. */
export const verificationPauseMs = 300_000;

/** E-mail addresses of this store are ASCII and compare without case. */
export const normaliseEmail = (email: string) => email.trim().toLowerCase();

/** What an export of an account is made of, beside the profile. */
export const exportSections = [
  'sessions',
  'identities',
  'memberships',
  'paymentMethods',
  'purchases',
  'refunds',
  'entitlements',
  'downloads',
  'reviews',
  'votes',
  'wishlist',
  'reports',
  'reviewReports',
  'notifications',
  'mails',
  'auditEntries',
] as const;

export type ExportSection = (typeof exportSections)[number];

export const erasedName = 'Erased account';
export const erasedEmail = (userId: string) => `erased-${userId}@erased.invalid`;

/** Until when a country stays as it is; null when it may change now. */
export function countryLockedUntil(changedAt: Date | null, now: Date): Date | null {
  if (!changedAt) return null;
  const until = new Date(changedAt.getTime() + countryLockMs);
  return until > now ? until : null;
}

/** What the words of each kind of news are made of; `appId` brings the app's icon. */
export type NotificationData = {
  purchase_completed: { appId: string; app: string };
  purchase_refunded: { appId: string; app: string };
  refund_refused: { appId: string; app: string };
  password_changed: Record<string, never>;
  signed_in_elsewhere: { device: string };
  app_updated: { appId: string; app: string; version: string };
  review_answered: { appId: string; app: string; developer: string };
  review_published: { appId: string; app: string };
  review_rejected: { appId: string; app: string; rule: string; reason: string; by: 'machine' | 'person' };
  review_appeal_decided: { appId: string; app: string; outcome: 'upheld' | 'overturned'; reason: string };
  report_received: { appId: string; app: string };
  report_resolved: { appId: string; app: string; resolution: 'dismissed' | 'acted' };
  app_taken_down: { appId: string; app: string; guideline: string; reason: string };
  owned_app_taken_down: { appId: string; app: string; reason: string };
  app_restored: { appId: string; app: string };
  organization_suspended: { organization: string; reason: string };
  organization_restored: { organization: string };
  member_joined: { organization: string; role: string };
  build_invalid: { appId: string; app: string; version: string };
  version_approved: { appId: string; app: string; version: string };
  version_rejected: { appId: string; app: string; version: string };
  version_metadata_rejected: { appId: string; app: string; version: string };
  version_appeal_upheld: { appId: string; app: string; version: string };
  version_released: { appId: string; app: string; version: string };
  transfer_offered: { appId: string; app: string; organization: string };
  app_transferred: { appId: string; app: string; organization: string };
};

export type NotificationKind = keyof NotificationData;

type Words = { title: string; text: string };

const notificationWords: { [K in NotificationKind]: (data: NotificationData[K]) => Words } = {
  purchase_completed: ({ app }) => ({
    title: `${app} is in your library`,
    text: 'Download it whenever you like.',
  }),
  purchase_refunded: ({ app }) => ({
    title: `Your money for ${app} went back`,
    text: 'The app is no longer in your library. You can get it again at any time.',
  }),
  refund_refused: ({ app }) => ({
    title: `No refund for ${app}`,
    text: 'See why on the page of your purchase. The app stays in your library.',
  }),
  password_changed: () => ({
    title: 'Your password was changed',
    text: 'Your other sessions have ended. If this was not you, set a new one at once.',
  }),
  signed_in_elsewhere: ({ device }) => ({
    title: `Somebody signed in with ${device}`,
    text: 'Your account had not been used there before. If this was not you, end that session and change your password.',
  }),
  app_updated: ({ app, version }) => ({ title: `${app} ${version} is out`, text: 'See what is new in this version.' }),
  review_answered: ({ app, developer }) => ({
    title: `${developer} answered you`,
    text: `About your review of ${app}.`,
  }),
  review_published: ({ app }) => ({
    title: `Your review of ${app} is published`,
    text: 'A moderator looked at it. Others see it now and it counts.',
  }),
  review_rejected: ({ app, rule, reason, by }) => ({
    title: `Your review of ${app} was not published`,
    text: [
      `Rule: ${rule}.`,
      reason,
      by === 'machine' ? 'This was decided by a program.' : 'This was decided by a moderator.',
      'You can edit it, or appeal once within 180 days.',
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
  }),
  review_appeal_decided: ({ app, outcome, reason }) => ({
    title:
      outcome === 'overturned'
        ? `Your review of ${app} is published after all`
        : `Your review of ${app} stays unpublished`,
    text: `Somebody else looked at it ${outcome === 'overturned' ? 'and agrees with you.' : 'and came to the same end.'} ${reason}`.trim(),
  }),
  report_received: ({ app }) => ({
    title: 'Thank you for your report',
    text: `People of this store will look at what you say about ${app}.`,
  }),
  report_resolved: ({ app, resolution }) => ({
    title: `Your report about ${app} was looked at`,
    text:
      resolution === 'acted'
        ? 'Thank you: something was done about it.'
        : 'Thank you. Nothing was found that breaks the rules of this store.',
  }),
  app_taken_down: ({ app, guideline, reason }) => ({
    title: `${app} was taken down`,
    text: `Guideline: ${guideline}. ${reason}`,
  }),
  owned_app_taken_down: ({ app, reason }) => ({
    title: `${app} was taken down by the store`,
    text: `It stays in your library but cannot be downloaded. ${reason}`,
  }),
  app_restored: ({ app }) => ({ title: `${app} is back`, text: 'It has the status it had before it was taken down.' }),
  organization_suspended: ({ organization, reason }) => ({
    title: `${organization} is suspended`,
    text: `Its apps are not listed and nothing can be changed. ${reason}`,
  }),
  organization_restored: ({ organization }) => ({
    title: `${organization} is no longer suspended`,
    text: 'Its apps are listed again.',
  }),
  // Without the name, which would outlive their account.
  member_joined: ({ organization, role }) => ({
    title: `Somebody joined ${organization}`,
    text: `Their role is ${role}. See who belongs to it in the console.`,
  }),
  build_invalid: ({ app, version }) => ({
    title: `The build of ${app} ${version} is not valid`,
    text: 'See what is wrong with it, and upload another one.',
  }),
  version_approved: ({ app, version }) => ({
    title: `${app} ${version} is approved`,
    text: 'It comes out as you chose: at its date, or when you release it.',
  }),
  version_rejected: ({ app, version }) => ({
    title: `${app} ${version} was rejected`,
    text: 'Read why. You can upload a new build, answer the reviewers, or appeal once.',
  }),
  version_metadata_rejected: ({ app, version }) => ({
    title: `Text or pictures of ${app} ${version} were rejected`,
    text: 'Read why, change them and submit again: it keeps its place, and no new build is needed.',
  }),
  version_appeal_upheld: ({ app, version }) => ({
    title: `${app} ${version} stays rejected`,
    text: 'Somebody else looked at it and came to the same end. Read why.',
  }),
  version_released: ({ app, version }) => ({
    title: `${app} ${version} is in the store`,
    text: 'Everybody can get it.',
  }),
  transfer_offered: ({ app, organization }) => ({
    title: `${organization} offers you ${app}`,
    text: 'Accept it or decline it in the console.',
  }),
  app_transferred: ({ app, organization }) => ({
    title: `${app} is with ${organization} now`,
    text: 'What it earned before stays with who had it.',
  }),
};

export const notificationKinds = Object.keys(notificationWords) as NotificationKind[];

/** What a piece of news says; a kind that this version does not know yet says only that there is something. */
export function wordsOfNotification(kind: string, data: Record<string, string | number>): Words {
  if (!Object.hasOwn(notificationWords, kind)) return { title: 'There is something new', text: '' };
  return (notificationWords[kind as NotificationKind] as (data: Record<string, string | number>) => Words)(data);
}
