import { expect, test } from 'vitest';
import { AppError } from './errors';
import { problemBody } from './problem';

test('no member beside the standard ones of a problem document takes the place of one of them', () => {
  const members = { status: 'appealed', type: 'x', title: 'x', detail: 'x', code: 'x', requestId: 'x', errors: 'x' };
  const errors = [{ path: 'body', message: 'too long' }];
  const error = new AppError('conflict', 'already_decided', {
    detail: 'There is nothing to decide.',
    errors,
    // @ts-expect-error reserved names are refused when it is compiled, too
    members: { ...members, by: 'Mira' },
  });
  expect(problemBody(error, 'r1')).toEqual({
    type: 'about:blank',
    title: 'Conflict with the present state',
    status: 409,
    detail: 'There is nothing to decide.',
    code: 'already_decided',
    requestId: 'r1',
    errors,
    by: 'Mira',
  });
});
