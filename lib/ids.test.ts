import { expect, it } from 'vitest';
import { isId, newId } from './ids';

it('ids are UUIDs of version 7, sorted by time and never twice', () => {
  const early = newId(new Date('2026-01-01T00:00:00Z'));
  const late = newId(new Date('2026-01-01T00:00:00.001Z'));
  expect(early < late).toBe(true);
  expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(Array.from({ length: 10_000 }, () => newId())).size).toBe(10_000);
  expect(isId(early) && !isId('tern')).toBe(true);
});
