import { describe, expect, test } from 'vitest';
import { ProblemError } from '@/lib/http/fetch-json';
import {
  shareWords,
  claimWords,
  durationWords,
  hourLabels,
  percentWords,
  refusalWords,
  shareOfTarget,
  targetWords,
} from './words';

describe('a duration in words', () => {
  test.each([
    [-3, 'less than a minute'],
    [0.9, 'less than a minute'],
    [59.9, '59 min'],
    [60, '1 h'],
    [200, '3 h 20 min'],
    [10 * 60 + 20, '10 h'],
    [47 * 60 + 59, '47 h'],
    [48 * 60, '2 days'],
    [1000 * 24 * 60, '1,000 days'],
  ])('%d minutes are %j', (minutes, words) => {
    expect(durationWords(minutes)).toBe(words);
  });
});

test.each([
  [0, '24 h left'],
  [3 * 60, '21 h left'],
  [24 * 60 - 1, '1 min left'],
  [24 * 60, 'late by less than a minute'],
  [27 * 60, 'late by 3 h'],
])('an age of %d minutes is %j: what is late is late in words too', (age, words) => {
  expect(targetWords(age)).toBe(words);
});

test('the share of the target stays between nothing and all of it', () => {
  expect([-5, 12 * 60, 99 * 60].map(shareOfTarget)).toEqual([0, 0.5, 1]);
});

test('a claim that has run out has no time left', () => {
  const now = Date.parse('2026-03-03T12:00:00Z');
  expect(claimWords('2026-03-03T12:27:10Z', now)).toBe('27 min left');
  expect(claimWords('2026-03-03T12:00:01Z', now)).toBe('1 min left');
  expect(claimWords('2026-03-03T12:00:00Z', now)).toBeNull();
});

test('the hours of a day end with the one that is running', () => {
  const labels = hourLabels(24, '2026-03-03T02:40:00Z');
  expect([labels[0], labels.at(-2), labels.at(-1)]).toEqual(['03:00', '01:00', '02:00']);
});

test.each([
  [0, '0%'],
  [0.125, '12.5%'],
  [1 / 3, '33.3%'],
  [1, '100%'],
])('a share of %d is %s', (share, words) => {
  expect(percentWords(share)).toBe(words);
});

test('every refusal of the desk has a sentence, and unknown ones keep their own', () => {
  const refused = (code: string, detail?: string) => new ProblemError({ status: 409, code, detail });
  const codes = [
    'already_claimed',
    'already_decided',
    'not_claimed',
    'claim_expired',
    'conflict_of_interest',
    'same_person',
  ];
  const sentences = codes.map((code) => refusalWords(refused(code)));
  expect(new Set(sentences).size).toBe(codes.length);
  expect(refusalWords(refused('new_one', 'Wait a little.'))).toBe('Wait a little.');
  expect(refusalWords(new ProblemError({ status: 0, code: 'connection_lost' }))).toContain('connection');
});

test('a share of a few is not said in percent', () => {
  expect([shareWords(1, 1), shareWords(0, 9), shareWords(6, 16)]).toEqual(['1 of 1', '0 of 9', '37.5%']);
});
