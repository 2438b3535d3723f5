import { expect, test } from 'vitest';
import type { AppReport } from '@/lib/moderation/schema';
import { groupReports } from './report-groups';

const report = (id: string, app: string) => ({ id, app: { id: app }, organization: { id: 'o' } }) as AppReport;

test('reports stand under their app, apps in the order in which they were first named', () => {
  const groups = groupReports([report('1', 'b'), report('2', 'a'), report('3', 'b')]);
  expect(groups.map(({ app, reports }) => [app.id, reports.map(({ id }) => id)])).toEqual([
    ['b', ['1', '3']],
    ['a', ['2']],
  ]);
});
