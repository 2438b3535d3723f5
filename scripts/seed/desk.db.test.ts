import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { snapshot } from '@/lib/publishing/schema';
import { testDatabase } from '@/tests/database';
import { loadDemo } from './load';

const t = testDatabase();
const dataDir = mkdtempSync(join(tmpdir(), 'pomona-demo-'));
const none = async (query: Promise<readonly unknown[]>) => expect(await query).toEqual([]);

beforeAll(async () => {
  await loadDemo({ databaseUrl: t.url, dataDir, scale: 0.1 });
}, 120_000);

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe('the desk', () => {
  test('every version that waits, was refused or approved was handed in, and decisions have words', async () => {
    await none(t.sql`
      select v.id, v.state from app_versions v
      where v.state not in ('draft', 'released', 'superseded', 'removed') and not exists (
        select from submissions s where s.version_id = v.id
          and coalesce(s.outcome, 'waiting_for_review') = v.state and s.queued_at <= now()
          and (s.outcome is null or s.outcome = 'approved' or (cardinality(s.guideline_ids) > 0 and s.evidence <> '' and s.note <> '')))`);
    const waiting = await t.sql`select snapshot, holds from submissions where outcome is null`;
    expect(waiting.length).toBeGreaterThan(1);
    for (const row of waiting) expect(snapshot.safeParse(row.snapshot).error).toBeUndefined();
    await none(t.sql`select from submissions where submitted_by is null or decided_at < submitted_at`);
  });

  test('reviews that wait for moderators have signals with their facts, and the review bomb is a burst', async () => {
    await none(t.sql`
      select r.id from reviews r where r.status in ('manual_review', 'escalated') and r.deleted_at is null
        and not exists (select from review_analyses a where a.review_id = r.id and a.score = r.score and a.facts ? 'burst')`);
    const bursts = await t.sql`select review_count from review_bursts where ended_at is not null`;
    expect(bursts[0]?.review_count).toBeGreaterThan(30);
    await none(t.sql`
      select r.id from reviews r left join review_reports x on x.review_id = r.id and x.user_id <> r.user_id
      group by r.id having r.report_count <> count(x.id)`);
  });

  test('nothing waits that the machine refuses, every refused review has who refused it, every appeal its words', async () => {
    const last = t.sql`select action from review_analyses a where a.review_id = r.id order by created_at desc limit 1`;
    await none(t.sql`
      select r.id from reviews r where r.deleted_at is null and r.status = 'manual_review' and not r.is_visible
        and (${last}) = 'rejected'`);
    await none(t.sql`
      select r.id from reviews r where r.deleted_at is null and r.status in ('rejected', 'appealed') and (${last}) <> 'rejected'
        and not exists (select from review_decisions d where d.review_id = r.id and d.decision = 'reject' and d.rule_id <> '')`);
    await none(t.sql`
      select r.id from reviews r where r.deleted_at is null and r.status = 'appealed'
        and not exists (select from appeals a where a.review_id = r.id and a.outcome is null)`);
    const [ends] = await t.sql`
      select count(*) filter (where outcome = 'overturned')::int as overturned, count(*)::int as appeals from appeals`;
    expect(ends?.overturned).toBeGreaterThan(0);
  });

  test('people reported apps that others can see', async () => {
    const [row] = await t.sql`
      select count(*)::int as n, count(distinct app_id)::int as apps from app_reports r
      join apps a on a.id = r.app_id where a.status = 'listed' and r.resolved_at is null`;
    expect(row).toMatchObject({ n: 12, apps: 9 });
  });
});
