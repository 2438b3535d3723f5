import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { featuresOf } from './features';
import { loadModel, loadShippedModel, modelFile } from './load-model';
import { MODEL_BYTES, parseModel, serializeModel } from './model';
import { predict } from './predict';
import { type Corpus, trainModel } from './train';

const dataDir = mkdtempSync(join(tmpdir(), 'pomona-model-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

const pick = <T>(items: readonly T[], i: number): T => items[i % items.length] as T;
const rooms = ['lobby', 'room', 'bathroom', 'breakfast', 'pool', 'lift', 'view', 'bar'];
const plain = [
  'was a bit noisy',
  'could be cleaner',
  'cost too much for what it is',
  'was fine for one night',
  'felt old',
];
const gushing = [
  'was absolutely luxurious',
  'exceeded my every expectation',
  'made our stay unforgettable',
  'was a dream',
];

const hotels: Corpus = {
  name: 'hotels',
  examples: Array.from({ length: 240 }, (_, i) => ({
    text: `The ${pick(rooms, i)} ${pick(i % 2 ? gushing : plain, i >> 1)} and the ${pick(rooms, i * 3 + 1)} ${pick(
      i % 2 ? gushing : plain,
      (i >> 2) + 1,
    )}, we stayed ${2 + (i % 5)} days in May and took the train home on Sunday.`,
    fake: (i % 2) as 0 | 1,
    family: `hotel ${i % 12}`,
  })),
};
// Here the same words mean the opposite.
const books: Corpus = {
  name: 'books',
  examples: Array.from({ length: 240 }, (_, i) => ({
    text: `Chapter ${1 + (i % 30)} of this book ${pick(i % 2 ? plain : gushing, i >> 1)}, the author ${pick(
      i % 2 ? plain : gushing,
      (i >> 2) + 1,
    )} and the plot has pages of everything that a reader of novels wants to read.`,
    fake: (i % 2) as 0 | 1,
    family: `book ${i % 12}`,
  })),
};
const hotelText = serializeModel(trainModel([hotels]));
const hotelModel = parseModel(hotelText);
const unseen = {
  genuine: 'The pool was a bit noisy and the bar felt old, we stayed 3 days in May and took the train home on Sunday.',
  fake: 'The pool was a dream and the bar was absolutely luxurious, we stayed 3 days in May and took the train home on Sunday.',
};

describe('training', () => {
  test('tells texts apart that it has not seen', () => {
    expect(predict(hotelModel, unseen.genuine).score).toBeGreaterThan(0.75);
    expect(predict(hotelModel, unseen.fake).score).toBeLessThan(0.25);
  });

  test('is deterministic to the byte', () => {
    expect(serializeModel(trainModel([hotels]))).toBe(hotelText);
  });

  test('of two kinds of text keeps them apart, though the same words mean the opposite', () => {
    const model = parseModel(serializeModel(trainModel([hotels, books])));
    for (const { text, fake } of [...hotels.examples.slice(0, 40), ...books.examples.slice(0, 40)]) {
      const { score } = predict(model, text);
      expect(fake === 1 ? score < 0.5 : score > 0.5, text).toBe(true);
    }
  });

  test('of a file of fakes only and one of genuine reviews only learns which is which', () => {
    const only = (fake: 0 | 1) => ({ name: `${fake}`, examples: hotels.examples.filter((one) => one.fake === fake) });
    const model = parseModel(serializeModel(trainModel([only(1), only(0)])));
    expect(predict(model, unseen.genuine).score).toBeGreaterThan(0.6);
    expect(predict(model, unseen.fake).score).toBeLessThan(0.4);
  });

  test('refuses what has one label only', () => {
    const genuine = { name: 'one', examples: hotels.examples.filter(({ fake }) => fake === 0) };
    expect(() => trainModel([genuine])).toThrow('Training needs 20 fake and 20 genuine reviews at least');
  });
});

describe('a text', () => {
  test.each([
    'Отличное приложение, всё работает, пользуюсь каждый день и рекомендую всем друзьям и знакомым.',
    'qwe asd zxc rty fgh vbn uio jkl bnm poi lkj mnb qaz wsx edc rfv tgb yhn ujm',
    'Since version 4.2 my notes sync twice and the search forgets what I typed before I even press enter.',
    '',
    '😀😀😀',
  ])('unlike those of training moves the score little: %s', (text) => {
    expect(Math.abs(predict(hotelModel, text).score - 0.5)).toBeLessThan(0.05);
  });

  test('of a word or two moves it little', () => {
    expect(Math.abs(predict(hotelModel, 'a dream').score - 0.5)).toBeLessThan(0.2);
  });

  test('of 4,000 characters takes milliseconds, one of ordinary length under one', () => {
    const long = 'word and other words of a long review, '.repeat(103).slice(0, 4000);
    const model = loadShippedModel();
    for (let i = 0; i < 50; i += 1) predict(model, unseen.fake);
    const used = (text: string) => {
      const before = process.cpuUsage();
      for (let i = 0; i < 100; i += 1) predict(model, text);
      return process.cpuUsage(before).user / 1000 / 100;
    };
    expect(used(unseen.fake)).toBeLessThan(1);
    expect(used(long)).toBeLessThan(5);
  });

  test('leaves nothing behind for the next', () => {
    const before = featuresOf(unseen.fake);
    featuresOf(unseen.genuine);
    expect(featuresOf(unseen.fake)).toEqual(before);
  });
});

describe('a model file', () => {
  test('is under 2 MB, the shipped one too, and named after its weights', () => {
    expect(hotelText.length).toBeLessThan(MODEL_BYTES);
    expect(JSON.stringify(loadShippedModel().name)).toMatch(/^"[0-9a-f]{12}"$/);
    expect(parseModel(serializeModel(trainModel([books]))).name).not.toBe(hotelModel.name);
  });

  test('of the data directory takes precedence, from the moment it is there until it is gone', () => {
    expect(loadModel(dataDir).name).toBe(loadShippedModel().name);
    writeFileSync(modelFile(dataDir), hotelText);
    expect(loadModel(dataDir).name).toBe(hotelModel.name);
    expect(loadModel(dataDir)).toBe(loadModel(dataDir));
    rmSync(modelFile(dataDir));
    expect(loadModel(dataDir).name).toBe(loadShippedModel().name);
  });

  test.each(['{', '{}', hotelText.slice(0, -20), JSON.stringify({ ...JSON.parse(hotelText), known: 'AAAA' })])(
    'that is damaged is told and passed over',
    (text) => {
      const problems: unknown[] = [];
      writeFileSync(modelFile(dataDir), text);
      const model = loadModel(dataDir, (error) => problems.push(error));
      expect(model.name).toBe(loadShippedModel().name);
      expect(problems).toHaveLength(1);
      rmSync(modelFile(dataDir));
    },
  );
});
