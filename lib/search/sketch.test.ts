import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { crowd, emptySketch, peopleIn, sketchBytes, withPerson } from './sketch';

const sketchOf = (people: Iterable<number>) => [...people].reduce(withPerson, emptySketch());
const randomPeople = (n: number) => Array.from({ length: n }, () => randomInt(2 ** 32));

describe('a sketch', () => {
  it('counts a person once, however often they come', () => {
    const person = randomInt(2 ** 32);
    expect(peopleIn(sketchOf(Array.from({ length: 1_000 }, () => person)))).toBe(1);
  });

  it('is of one size, and does not depend on repetition', () => {
    const people = randomPeople(100);
    expect(emptySketch()).toHaveLength(sketchBytes);
    expect(sketchOf(people)).toHaveLength(sketchBytes);
    expect(sketchOf([...people, ...people])).toEqual(sketchOf(people));
  });

  it('never makes 20 of 19 people, and 20 of 20 but for a rare collision', () => {
    const rounds = 1_000;
    let reached = 0;
    for (let round = 0; round < rounds; round += 1) {
      const people = randomPeople(crowd);
      expect(peopleIn(sketchOf(people.slice(1)))).toBeLessThan(crowd);
      if (peopleIn(sketchOf(people)) >= crowd) reached += 1;
    }
    // 977 are expected, ± 5.
    expect(reached).toBeGreaterThan(940);
  });

  it('estimates crowds', () => {
    for (const n of [50, 100, 300, 600]) {
      const estimates = Array.from({ length: 20 }, () => peopleIn(sketchOf(randomPeople(n))));
      const mean = estimates.reduce((sum, one) => sum + one, 0) / estimates.length;
      expect(Math.abs(mean - n) / n).toBeLessThan(0.1);
    }
  });

  it('never shrinks, and ends at a finite count', () => {
    let sketch = emptySketch();
    let last = 0;
    for (const person of randomPeople(4_000)) {
      sketch = withPerson(sketch, person);
      const people = peopleIn(sketch);
      expect(people).toBeGreaterThanOrEqual(last);
      last = people;
    }
    expect(last).toBeGreaterThan(1_000);
    expect(Number.isFinite(last)).toBe(true);
  });
});
