import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keyScopes } from '@/lib/accounts/organizations/rules';
import { type ErrorKind, errorStatus } from '@/lib/errors';
import { actionsIn, deletable, editable, inFlight, transitions, type VersionState, versionStates } from './rules';

const text = readFileSync('docs/publishing.md', 'utf8');

/** The rows of the table that begins with this head, by cells. */
function tableUnder(head: string): string[][] {
  const [, rest = ''] = text.split(`${head}\n`);
  const [table = ''] = rest.split('\n\n');
  return table
    .split('\n')
    .slice(1)
    .map((line) =>
      line
        .replace(/^\| | \|$/g, '')
        .split(' | ')
        .map((cell) => cell.trim()),
    );
}

const actionsOf = (state: VersionState, ...who: Parameters<typeof actionsIn>[1][]) =>
  who
    .flatMap((by) => actionsIn(state, by))
    .map((action) => `\`${action}\` → \`${transitions[action].to}\``)
    .join(', ') || '–';

const yesOrNo = (is: boolean) => (is ? 'yes' : 'no');

/** Codes that the program throws, with their status. */
function thrown(): Set<string> {
  const sources = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  const all = sources.map((file) => readFileSync(join('lib', file), 'utf8')).join('\n');
  return new Set(
    [...all.matchAll(/AppError\(\s*'(\w+)',\s*'(\w+)'/g)].map(
      ([, kind, code]) => `${errorStatus[kind as ErrorKind]} ${code}`,
    ),
  );
}

describe('docs/publishing.md', () => {
  test('has the table of states that the program has', () => {
    const rows = versionStates.map((state) => [
      `\`${state}\``,
      actionsOf(state, 'developer'),
      actionsOf(state, 'moderator', 'store'),
      inFlight.includes(state) ? yesOrNo(editable.includes(state)) : '–',
      yesOrNo(deletable.includes(state)),
    ]);
    expect(tableUnder('| state | you | moderators and the store | listing | delete |')).toEqual(rows);
  });

  test('names every scope of a key', () => {
    expect(tableUnder('| scope | allows |').map(([scope]) => scope)).toEqual(keyScopes.map((scope) => `\`${scope}\``));
  });

  test('names errors that there are', () => {
    const codes = tableUnder('| code | what to do |').flatMap(([cell = '']) =>
      [...cell.matchAll(/(\d{3}) `(\w+)`/g)].map(([, status, code]) => `${status} ${code}`),
    );
    expect(codes.length).toBeGreaterThan(12);
    expect(codes.filter((code) => !thrown().has(code))).toEqual([]);
  });
});
