import { CronExpressionParser } from 'cron-parser';
import type { Ctx } from '@/lib/context';

/** Work that comes round by the clock. A run that dies is done again, so doing it twice must do no harm. */
export type Job = {
  /** Names the job in `scheduled_jobs`: never change it. */
  name: string;
  /** What it is for, in words for admins. */
  purpose: string;
  /** Minute, hour, day, month and weekday, in UTC. */
  cron: string;
  /** May take minutes: such jobs wait for each other alone, and keep no other from its hour. */
  isSlow?: boolean;
  /** Says in a few words what it did. Ends soon after the signal. */
  run(ctx: Ctx, signal: AbortSignal): Promise<string>;
};

/** When a job is due next after a moment. */
export const nextRun = ({ cron }: Pick<Job, 'cron'>, after: Date): Date =>
  CronExpressionParser.parse(cron, { currentDate: after, tz: 'UTC' }).next().toDate();
