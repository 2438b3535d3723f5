import { expect, test } from 'vitest';
import { tableOf } from './table';

test('counts are integers, measurements have two places below a hundred, figures stand to the right', () => {
  const rows = [
    ['once', 3, 3, '19.99'],
    ['often', 1200, 412.6, '-0.50'],
  ];
  expect(tableOf(['', 'count', 'ms', 'balance'], rows)).toBe(
    [
      '|       | count |   ms | balance |',
      '| ----- | ----: | ---: | ------: |',
      '| once  |     3 | 3.00 |   19.99 |',
      '| often |  1200 |  413 |   -0.50 |',
    ].join('\n'),
  );
});

test('a table without rows has its heads', () => {
  expect(tableOf(['check', 'id'], [])).toBe('| check | id  |\n| ----- | --- |');
});
