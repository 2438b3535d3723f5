import { describe, expect, test } from 'vitest';
import { versionStates } from '@/lib/publishing/rules';
import { createAppBody, type Problem } from '@/lib/publishing/schema';
import { suggestBundleId } from './bundle-id';
import { gathered, problemHref } from './problem-links';
import { stepsOf, type Way } from './steps';
import { roughly, usualWait } from './words';

const way: Way = {
  state: 'draft',
  build: null,
  webUrl: null,
  queue: null,
  releaseMode: 'manual',
  releaseAt: null,
};

const drawn = (changes: Partial<Way>) =>
  stepsOf({ ...way, ...changes })
    .map(({ status }) => ({ done: '✓', now: '•', problem: '!', todo: '-' })[status])
    .join('');

describe('the line of steps', () => {
  test('each state has its one place on the line', () => {
    expect(Object.fromEntries(versionStates.map((state) => [state, drawn({ state })]))).toEqual({
      draft: '•-----',
      processing: '✓•----',
      invalid_binary: '✓!----',
      waiting_for_review: '✓✓•---',
      in_review: '✓✓✓•--',
      metadata_rejected: '✓✓✓!--',
      rejected: '✓✓✓!--',
      appealed: '✓✓✓•--',
      approved: '✓✓✓✓•-',
      released: '✓✓✓✓✓✓',
      superseded: '✓✓✓✓✓✓',
      removed: '✓✓✓✓✓!',
    });
  });

  test('a draft with a valid build, or a web address, is a step further', () => {
    expect(drawn({ build: { state: 'valid' } })).toBe('✓•----');
    expect(drawn({ webUrl: 'https://example.org' })).toBe('✓•----');
    expect(drawn({ build: { state: 'uploading' } })).toBe('•-----');
  });

  test('waiting says the place and how long it usually takes', () => {
    const queue = { position: 3, usualWaitMinutes: 300, submittedAt: '2026-01-01T00:00:00Z' };
    const notes = stepsOf({ ...way, state: 'waiting_for_review', queue }).map(({ note }) => note);
    expect(notes).toEqual([null, null, 'Place 3, usually about 5 hours', null, null, null]);
  });

  test('what is approved says how it comes out', () => {
    const note = (changes: Partial<Way>) =>
      stepsOf({ ...way, state: 'approved', ...changes }).find(({ key }) => key === 'approved')?.note;
    expect(note({})).toBe('Waits for you');
    expect(note({ releaseMode: 'automatic' })).toBe('Comes out by itself');
    expect(note({ releaseMode: 'scheduled', releaseAt: '2026-05-01T10:00:00Z' })).toContain('2026');
  });
});

test('waits are said in round words', () => {
  expect(roughly(0.2)).toBe('less than a minute');
  expect(roughly(1)).toBe('about 1 minute');
  expect(roughly(59)).toBe('about 1 hour');
  expect(roughly(300)).toBe('about 5 hours');
  expect(roughly(4 * 1440)).toBe('about 4 days');
  expect(usualWait(null)).toBe('the store aims at 24 hours');
});

describe('the suggested bundle id', () => {
  test('turns the website around and ends in the name', () => {
    expect(suggestBundleId('https://www.example.org/apps', 'example', 'Tern')).toBe('org.example.tern');
    expect(suggestBundleId('https://two-birds.co.uk', 'birds', 'Über Notes 2')).toBe('uk.co.twobirds.ubernotes2');
  });

  test('does without a website', () => {
    expect(suggestBundleId(null, 'two-birds', 'Tern')).toBe('app.twobirds.tern');
    expect(suggestBundleId('http://127.0.0.1:3000', 'two-birds', 'Tern')).toBe('app.twobirds.tern');
    expect(suggestBundleId('no address', '', 'Tern')).toBe('app.org.tern');
  });

  test('is empty where the name has no Latin letter, and else one that the store takes', () => {
    expect(suggestBundleId('https://example.org', 'example', '日本')).toBe('');
    for (const name of ['Tern', '7 Days', 'Ångström!', 'a'.repeat(50)]) {
      const bundleId = suggestBundleId('https://1.example.co.uk', 'example', name);
      expect(createAppBody.safeParse({ name, bundleId, category: 'games' }).success).toBe(true);
    }
  });
});

describe('problems', () => {
  const problem = (path: string, severity: Problem['severity'] = 'error'): Problem => ({
    path,
    code: 'missing',
    message: path,
    severity,
  });

  test('lead to where they can be mended', () => {
    expect(problemHref(problem('screenshots.2.altText'), 'a1', 'v1')).toBe(
      '/console/apps/a1/listing#field-screenshots',
    );
    expect(problemHref(problem('build'), 'a1', 'v1')).toBe('/console/apps/a1/versions/v1#field-build');
    expect(problemHref(problem('prices'), 'a1', 'v1')).toBe('/console/apps/a1/prices#field-prices');
  });

  test('of the questionnaire are one line', () => {
    const all = [problem('name'), problem('age.violence'), problem('icon', 'warning'), problem('age.fear')];
    expect(gathered(all).map(({ path }) => path)).toEqual(['name', 'age', 'icon']);
    expect(gathered(all)[1]?.message).toContain('2 questions');
    expect(gathered([problem('age.fear')])).toEqual([problem('age.fear')]);
  });
});
