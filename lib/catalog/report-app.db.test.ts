import { expect, test } from 'vitest';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createActor, createApp } from '@/tests/factories';
import { codeOf } from '@/tests/purchases';
import { catalogHandlers } from './handlers';
import { reportApp } from './report-app';

const t = testDatabase();

const reportsOf = (appId: string) =>
  t.sql`select id, user_id, reason, note from app_reports where app_id = ${appId} order by created_at, id`;
const eventsOf = (reportId: string) =>
  t.sql`select name from pgboss.job where data->'payload'->>'reportId' = ${reportId}`;

test('a report is kept with its reason and words, and tells of itself once', async () => {
  const { app } = await createApp(t.db);
  const actor = await createActor(t.db);
  const { report, isNew } = await reportApp(t.ctx({ actor }), app.slug, { reason: 'scam', note: 'Asks for a card.' });
  expect(isNew).toBe(true);
  expect(await reportsOf(app.id)).toEqual([
    { id: report.id, user_id: actor.userId, reason: 'scam', note: 'Asks for a card.' },
  ]);
  expect((await eventsOf(report.id)).map(({ name }) => name)).toEqual(['app.reported']);
});

test('again, at once too, is the same report with the last words; after it was resolved a new one', async () => {
  const { app } = await createApp(t.db);
  const actor = await createActor(t.db);
  const send = (note: string) => reportApp(t.ctx({ actor }), app.id, { reason: 'broken', note });
  const answers = await Promise.all(['one', 'two', 'three'].map(send));
  expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(new Set(answers.map(({ report }) => report.id)).size).toBe(1);
  const again = await reportApp(t.ctx({ actor }), app.id, { reason: 'malware', note: 'Worse than I thought.' });
  expect(again).toMatchObject({ isNew: false, report: { id: answers[0]?.report.id, reason: 'malware' } });
  expect(await reportsOf(app.id)).toMatchObject([{ reason: 'malware', note: 'Worse than I thought.' }]);
  expect(await eventsOf(again.report.id)).toHaveLength(1);

  await t.sql`update app_reports set resolved_at = now() where app_id = ${app.id}`;
  expect((await send('It is back.')).isNew).toBe(true);
  expect(await reportsOf(app.id)).toHaveLength(2);
});

test('a visitor cannot report, nor anybody what is not listed', async () => {
  const { app } = await createApp(t.db, { status: 'hidden' });
  const actor = await createActor(t.db);
  const report = { reason: 'other' as const, note: '' };
  expect(await codeOf(reportApp(t.ctx(), app.id, report))).toBe('401 not_signed_in');
  expect(await codeOf(reportApp(t.ctx({ actor }), app.id, report))).toBe('404 not_found');
  expect(await codeOf(reportApp(t.ctx({ actor }), 'nothing-here', report))).toBe('404 not_found');
  expect(await reportsOf(app.id)).toEqual([]);
});

test('twenty reports an hour are enough for anybody', async () => {
  const { app } = await createApp(t.db);
  const ctx = t.ctx({ actor: await createActor(t.db) });
  const report = { reason: 'other' as const, note: '' };
  for (let i = 0; i < 20; i += 1) await reportApp(ctx, app.id, report);
  expect(await codeOf(reportApp(ctx, app.id, report))).toBe('429 rate_limited');
});

test('who reported is thanked under the bell, once', async () => {
  const thank = catalogHandlers[1];
  const { app } = await createApp(t.db);
  const actor = await createActor(t.db);
  const { report } = await reportApp(t.ctx({ actor }), app.id, { reason: 'other', note: '' });
  const event = {
    id: newId(),
    type: 'app.reported' as const,
    occurredAt: new Date(),
    payload: { reportId: report.id },
  };
  await thank?.run(t.ctx(), [event]);
  await thank?.run(t.ctx(), [event]);
  expect(await t.sql`select kind, data, href from notifications where user_id = ${actor.userId}`).toEqual([
    { kind: 'report_received', data: { appId: app.id, app: app.name }, href: `/apps/${app.slug}` },
  ]);
});
