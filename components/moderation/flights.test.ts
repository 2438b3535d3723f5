import { expect, test } from 'vitest';
import { newFlights } from './flights';

test('a second press while the first is on its way sends nothing, and many at once leave it out', () => {
  const flights = newFlights();
  const [first, second, many] = [{}, {}, {}];
  expect(flights.start(['a'], first)).toEqual(['a']);
  expect(flights.start(['a'], second)).toEqual([]);
  expect(flights.start(['a', 'b', 'b'], many)).toEqual(['b']);
  flights.end(['a'], first);
  expect(flights.start(['a'], second)).toEqual(['a']);
});

test('an answer that comes late does not open the way for a press that would be the second', () => {
  const flights = newFlights();
  const [first, again] = [{}, {}];
  flights.start(['a'], first);
  flights.forget(['a']);
  flights.start(['a'], again);
  flights.end(['a'], first);
  expect(flights.start(['a'], {})).toEqual([]);
});
