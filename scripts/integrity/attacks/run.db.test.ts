import { expect, test } from 'vitest';
import { testDatabase } from '@/tests/database';
import { type AttackName, makePlan, type Size } from './plan';
import { runPack } from './run';

const first = testDatabase();
const second = testDatabase();

const size: Size = {
  apps: 8,
  days: 60,
  reviewsPerAppAndDay: 0.4,
  attackers: { bomb: 40, drip: 15, ring: 8, templates: 30 },
};
const start = Date.UTC(2026, 0, 5);

test('the same seed gives the same pack, another one another', () => {
  expect(makePlan(4, start, size)).toEqual(makePlan(4, start, size));
  expect(makePlan(5, start, size)).not.toEqual(makePlan(4, start, size));
  const { reviews } = makePlan(4, start, size);
  expect(reviews.every(({ at, person }, i) => at >= person.createdAt && at >= (reviews[i - 1]?.at ?? 0))).toBe(true);
  // One review for each person and app.
  expect(new Set(reviews.map(({ person, app }) => `${person.key} ${app.key}`)).size).toBe(reviews.length);
});

test('version 2 keeps back most of a bomb, a ring and templates and lets ordinary reviews pass; version 1 does not', {
  timeout: 120_000,
}, async () => {
  const plan = makePlan(4, start, size);
  const [old, present] = [await runPack(first.ctx(), plan, 1), await runPack(second.ctx(), plan, 2)];
  const of = (result: typeof old, name: AttackName) => {
    const found = result.attacks.find((attack) => attack.name === name);
    if (!found) throw new Error(`no ${name}`);
    return found;
  };
  expect(present.ordinary.n).toBeGreaterThan(100);
  expect(present.ordinary.approved).toBeGreaterThanOrEqual(0.95);
  for (const name of ['bomb', 'ring', 'templates'] as const) {
    expect(of(present, name).approved, name).toBeLessThan(0.5);
    expect(of(present, name).approved, name).toBeLessThan(of(old, name).approved);
  }
  const moved = ({ rating }: ReturnType<typeof of>) => Math.abs(rating.peak - rating.before);
  expect(moved(of(present, 'bomb'))).toBeLessThan(moved(of(old, 'bomb')));
  expect(old).toMatchObject({ model: null });
  expect(present).toMatchObject({ model: expect.any(String) });
});
