import { sql } from 'drizzle-orm';
import { type Ctx, inTransaction, requireRole } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { publish } from '@/lib/events/publish';
import { moveVersion } from '@/lib/publishing/move-version';
import { releaseIfAutomatic } from '@/lib/publishing/release-version';
import type { Hold } from '@/lib/publishing/schema';
import { requireNoConflict } from './conflict';
import { requireAppeal } from './list-appeals';
import { lockAppOf } from './lock-app';
import { alreadyDecided } from './refusals';
import { rememberHolds } from './remember-holds';
import { isAloneOnDesk, samePerson } from './same-person';
import type { Appeal, AppealDecisionBody } from './schema';

type Subject = { submission_id: string; version_id: string; decided_by: string | null; holds: Hold[] };

/**
 * Decides an appeal of a rejected version, in one conditional write, by somebody else than who rejected it; an admin who
 * has the desk alone may decide about their own, and that is marked. Overturned, the version is approved and comes out
 * as its developer chose; its submission stays rejected in the history. Publishes `appeal.decided`. For moderators
 * outside the organisation: throws 401, 403 `role_required`, 403 `conflict_of_interest`, 404 `not_found`,
 * 409 `same_person`, 409 `already_decided`.
 */
export async function decideAppeal(ctx: Ctx, id: string, { decision, note }: AppealDecisionBody): Promise<Appeal> {
  const { userId } = requireRole(ctx, 'moderator');
  await inTransaction(ctx, async (ctx) => {
    const [subject] = await ctx.db.execute<Subject>(sql`
      select e.submission_id, s.version_id, s.decided_by, s.holds
      from appeals e join submissions s on s.id = e.submission_id where e.id = ${id}`);
    if (!subject) throw new AppError('not_found', 'not_found');
    const { submission_id: submissionId, version_id: versionId } = subject;
    const app = await lockAppOf(ctx, submissionId);
    await requireNoConflict(ctx, app.organizationId);
    const isSamePerson = subject.decided_by === userId;
    if (isSamePerson && !(await isAloneOnDesk(ctx))) throw samePerson();
    const outcome = decision === 'overturn' ? 'overturned' : 'upheld';
    const decided = await ctx.db.execute(sql`
      update appeals set outcome = ${outcome}, note = ${note}, decided_by = ${userId}, is_same_person = ${isSamePerson},
        decided_at = ${ctx.now.toISOString()}::timestamptz
      where id = ${id} and outcome is null returning id`);
    if (decided.length === 0) throw alreadyDecided({ outcome: null });
    if (decision === 'overturn') await rememberHolds(ctx, app.id, subject.holds);
    await publish(ctx, { type: 'appeal.decided', payload: { appealId: id } });
    await moveVersion(ctx, decision, versionId, {
      submissionId,
      texts: { note },
      changes: { appealId: id, ...(isSamePerson ? { isSamePerson } : {}) },
    });
    if (decision === 'overturn') await releaseIfAutomatic(ctx, versionId);
  });
  return requireAppeal(ctx, id);
}
