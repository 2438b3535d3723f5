import { expect, it } from 'vitest';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createApp } from '@/tests/factories';
import { countView, writeViews } from './views';

const t = testDatabase();

it('views are written together, day by day, and those of apps that are gone are dropped', async () => {
  const [{ app: one }, { app: two }] = [await createApp(t.db), await createApp(t.db)];
  for (const id of [one.id, one.id, two.id, newId()]) countView(t.ctx(), id);
  await writeViews(t.ctx(), new Date('2026-03-01T23:59:00Z'));
  await writeViews(t.ctx(), new Date('2026-03-01T23:59:30Z'));
  countView(t.ctx(), one.id);
  await writeViews(t.ctx(), new Date('2026-03-01T23:59:50Z'));
  countView(t.ctx(), one.id);
  await writeViews(t.ctx(), new Date('2026-03-02T00:00:10Z'));
  const rows = await t.sql`select app_id, day::text, views from app_views_daily order by day, views desc`;
  expect([...rows]).toEqual([
    { app_id: one.id, day: '2026-03-01', views: 3 },
    { app_id: two.id, day: '2026-03-01', views: 1 },
    { app_id: one.id, day: '2026-03-02', views: 1 },
  ]);
});
