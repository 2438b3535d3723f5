import { formatCount } from '@/components/ui/format';
import type { ReportReason } from '@/lib/catalog/schema';
import { ProblemError, sentenceOf } from '@/lib/http/fetch-json';
import { reviewTargetHours } from '@/lib/publishing/rules';

export const submissionsPath = '/api/v1/moderation/submissions';
export const appealsPath = '/api/v1/moderation/appeals';
export const reportsPath = '/api/v1/moderation/reports';
export const auditPath = '/api/v1/moderation/audit';
export const dashboardPath = '/api/v1/moderation/dashboard';

/** "less than a minute", "40 min", "3 h 20 min", "17 h", "4 days". */
export function durationWords(minutes: number): string {
  const whole = Math.max(0, Math.floor(minutes));
  if (whole < 1) return 'less than a minute';
  if (whole < 60) return `${whole} min`;
  const hours = Math.floor(whole / 60);
  if (hours < 10 && whole % 60 > 0) return `${hours} h ${whole % 60} min`;
  if (hours < 48) return `${hours} h`;
  return `${formatCount(Math.floor(hours / 24))} days`;
}

const targetMinutes = reviewTargetHours * 60;

/** How far a submission is from the time the store aims at: "21 h left", "late by 3 h". */
export function targetWords(ageMinutes: number): string {
  const left = targetMinutes - ageMinutes;
  return left > 0 ? `${durationWords(left)} left` : `late by ${durationWords(-left)}`;
}

/** 0 when it has just come, 1 when the time that the store aims at is over. */
export const shareOfTarget = (ageMinutes: number): number => Math.min(1, Math.max(0, ageMinutes / targetMinutes));

/** What is left of a claim to the minute: "27 min left"; null when it has run out. */
export function claimWords(expiresAt: string, now: number): string | null {
  const minutes = (Date.parse(expiresAt) - now) / 60_000;
  return minutes <= 0 ? null : `${durationWords(Math.max(1, Math.round(minutes)))} left`;
}

/** "12.5%" of a share between 0 and 1. */
export const percentWords = (share: number): string => `${Math.round(share * 1000) / 10}%`;

/** So few say little in percent. */
export const isFew = (whole: number): boolean => whole < 10;

/** "37.5%"; of a few in words that promise no more than they are: "1 of 1". */
export const shareWords = (part: number, whole: number): string =>
  isFew(whole) ? `${formatCount(part)} of ${formatCount(whole)}` : percentWords(part / whole);

/** `from` on, each hour of the day as "14:00"; the running one last. */
export function hourLabels(count: number, now: string): string[] {
  const last = new Date(now).getUTCHours();
  return Array.from({ length: count }, (_, index) => {
    const hour = (((last - (count - 1 - index)) % 24) + 24) % 24;
    return `${String(hour).padStart(2, '0')}:00`;
  });
}

export const reasonNames: Record<ReportReason, string> = {
  malware: 'Harms the device',
  scam: 'Scam',
  offensive: 'Offensive',
  copyright: 'Not theirs',
  misleading: 'Misleading',
  broken: 'Does not work',
  other: 'Something else',
};

const refusals: Record<string, string> = {
  already_claimed: 'Somebody else is on it right now. Take another one, or come back when their time is over.',
  already_decided: 'It is decided already. What was decided stands in its case.',
  not_claimed: 'You have not claimed it, or you gave it back. Claim it and decide again.',
  claim_expired: 'Your claim ran out before this decision arrived. Claim it again and decide once more.',
  conflict_of_interest: 'You belong to the organisation behind this app. Somebody else has to decide.',
  same_person: 'You rejected it. Somebody else has to decide the appeal.',
  already_resolved: 'Somebody closed it in the meantime.',
  already_removed: 'This app is down already.',
  not_removed: 'This app is not down.',
  already_suspended: 'This organisation is suspended already.',
  not_suspended: 'This organisation is not suspended.',
};

/** Why something at the desk was refused, in words for moderators: the store's own where it said any. */
export function refusalWords(error: unknown): string {
  if (!(error instanceof ProblemError) || error.isUnsettled || error.problem.detail) return sentenceOf(error);
  return refusals[error.problem.code] ?? sentenceOf(error);
}
