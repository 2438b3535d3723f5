import { bandsOf } from '@/lib/integrity/minhash';
import { textHash, trigramsOf } from '@/lib/integrity/text';
import { type Table, table } from './copy';
import type { SeedReview } from './opinions';
import type { World } from './world';

const writtenAt = ({ editedAt, createdAt }: SeedReview) => editedAt ?? createdAt;

/** What scoring and people say about reviews. */
export function* signalTables({ signals, reviewReports, reviewDecisions, reviewAppeals }: World): Generator<Table> {
  const { bursts, analyses, fingerprinted } = signals;
  yield table('review_reports', reviewReports, {
    id: (r) => r.id,
    review_id: (r) => r.review.id,
    user_id: (r) => r.user.id,
    reason: (r) => r.reason,
    created_at: (r) => r.createdAt,
  });
  yield table('review_bursts', bursts, {
    id: (b) => b.id,
    app_id: (b) => b.app.id,
    started_at: (b) => b.startedAt,
    ended_at: (b) => b.endedAt,
    baseline: (b) => b.baseline,
    five_star_share: (b) => b.fiveStarShare,
    one_star_share: (b) => b.oneStarShare,
    review_count: (b) => b.reviewCount,
    last_review_at: (b) => b.endedAt,
  });
  yield table('review_analyses', analyses, {
    id: (a) => a.id,
    review_id: (a) => a.review.id,
    version: (a) => a.analysis.version,
    score: (a) => a.analysis.score,
    signals: (a) => ({ json: a.analysis.signals }),
    facts: (a) => ({ json: a.analysis.facts }),
    action: (a) => a.analysis.action,
    cause: (a) => (a.review.editedAt ? 'edited' : 'written'),
    model: (a) => a.model,
    created_at: (a) => new Date(writtenAt(a.review).getTime() + 1000),
  });
  yield table('review_fingerprints', fingerprinted, {
    review_id: (r) => r.id,
    revision: () => 1,
    app_id: (r) => r.app.id,
    user_id: (r) => r.user.id,
    text_hash: (r) => `\\x${textHash(r.body).toString('hex')}`,
    bands: (r) => bandsOf(trigramsOf(r.body), r.app.id).map(String),
    created_at: writtenAt,
  });
  yield table('review_decisions', reviewDecisions, {
    id: (d) => d.id,
    review_id: (d) => d.review.id,
    revision: () => 1,
    decision: (d) => d.decision,
    from_status: () => 'manual_review',
    was_visible: () => false,
    machine_action: (d) => d.machineAction,
    rule_id: (d) => d.ruleId ?? null,
    note: (d) => d.note ?? '',
    decided_by: (d) => d.decidedBy.id,
    is_machine: () => false,
    created_at: (d) => d.createdAt,
    told_at: (d) => d.createdAt,
  });
  yield table('appeals', reviewAppeals, {
    id: (a) => a.id,
    review_id: (a) => a.review.id,
    text: (a) => a.text,
    appealed_by: (a) => a.review.user.id,
    created_at: (a) => a.createdAt,
    outcome: (a) => a.outcome,
    note: (a) => a.note,
    decided_by: (a) => a.decidedBy?.id ?? null,
    decided_at: (a) => a.decidedAt,
  });
}
