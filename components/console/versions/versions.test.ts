import { describe, expect, test } from 'vitest';
import { versionStates } from '@/lib/publishing/rules';
import { versionName } from '@/lib/publishing/schema';
import { languageTag } from '../languages';
import { nextVersion } from './next-version';
import { type Fields, fieldsOf, lastingEdits, lockOf } from './version-fields';

test('the next version is the smallest step on, and one that the store takes', () => {
  const steps = {
    '1.4.0': '1.4.1',
    '2.0.0-beta.2': '2.0.0',
    '7': '8',
    '1.9': '1.10',
    '1.2.3+build.7': '1.2.4',
    odd: '1.0.0',
  };
  expect(Object.fromEntries(Object.keys(steps).map((version) => [version, nextVersion(version)]))).toEqual(steps);
  for (const version of Object.keys(steps)) expect(versionName.safeParse(nextVersion(version)).success).toBe(true);
});

const stored: Fields = {
  releaseNotes: 'First',
  languages: ['en'],
  minimumOs: null,
  webUrl: null,
  reviewNotes: '',
  demoAccount: '',
  releaseMode: 'manual',
  releaseAt: null,
};

test('what was typed and is stored by now is no change any more', () => {
  expect(lastingEdits({ releaseNotes: 'First', languages: ['en', 'de'] }, stored)).toEqual({ languages: ['en', 'de'] });
  expect(lastingEdits({}, stored)).toEqual({});
  expect(fieldsOf({ ...stored, extra: 1 } as Fields)).toEqual(stored);
});

describe('what of a version may be changed', () => {
  const open = (part: Parameters<typeof lockOf>[0]) => versionStates.filter((state) => lockOf(part, state) === null);

  test('words while it is not with the reviewers, what stands for the binary not after its text alone was refused', () => {
    expect(open('words')).toEqual(['draft', 'processing', 'invalid_binary', 'metadata_rejected', 'rejected']);
    expect(open('binary')).toEqual(['draft', 'invalid_binary', 'rejected']);
  });

  test('how it comes out until it is out', () => {
    expect(open('release')).toContain('approved');
    expect(open('release')).not.toContain('released');
    expect(lockOf('release', 'released')).toContain('released');
  });
});

test('languages are taken by name or tag, in their usual spelling', () => {
  expect(languageTag('german')).toBe('de');
  expect(languageTag('PT-br')).toBe('pt-BR');
  expect(languageTag('zh_hant')).toBe('zh-Hant');
  expect(languageTag('no language')).toBeNull();
  expect(languageTag('')).toBeNull();
});
