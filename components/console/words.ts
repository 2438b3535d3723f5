import { reviewTargetHours, type VersionState } from '@/lib/publishing/rules';
import type { ConsoleApp } from '@/lib/publishing/schema';

export const stateTones: Record<VersionState, 'plain' | 'good' | 'warning' | 'bad'> = {
  draft: 'plain',
  processing: 'plain',
  invalid_binary: 'bad',
  waiting_for_review: 'warning',
  in_review: 'warning',
  metadata_rejected: 'bad',
  rejected: 'bad',
  appealed: 'warning',
  approved: 'good',
  released: 'good',
  superseded: 'plain',
  removed: 'bad',
};

export const statusWords: Record<ConsoleApp['status'], string> = {
  draft: 'Not released yet',
  listed: 'In the store',
  hidden: 'Off sale',
  removed: 'Taken down',
};

export const statusTones = { draft: 'plain', listed: 'good', hidden: 'warning', removed: 'bad' } as const;

/** "about 5 hours": for people, from minutes. */
export function roughly(minutes: number): string {
  if (minutes < 1) return 'less than a minute';
  if (minutes < 55) return `about ${Math.round(minutes)} minute${Math.round(minutes) === 1 ? '' : 's'}`;
  const hours = Math.round(minutes / 60);
  if (hours < 36) return `about ${hours} hour${hours === 1 ? '' : 's'}`;
  return `about ${Math.round(hours / 24)} days`;
}

/** What a wait for review usually is; what the store aims at where nothing was decided yet. */
export const usualWait = (minutes: number | null): string =>
  minutes === null ? `the store aims at ${reviewTargetHours} hours` : `usually ${roughly(minutes)}`;
