import { describe, expect, test } from 'vitest';
import { appSlugOf, cleanLine, cleanLines, developerKey, shortHash, slugOf, truncate } from './text';

describe('slugs', () => {
  test.each([
    ['Lumière & Fils', 'lumiere-and-fils'],
    ["Aunt Vera's Attic", 'aunt-veras-attic'],
    ['Straße nach Łódź', 'strasse-nach-lodz'],
    ['2048', '2048'],
    ['微信 WeChat', 'wechat'],
    ['🎲🎲🎲', ''],
    ['天気予報', ''],
    ['--- !!! ---', ''],
    ['123e4567-e89b-12d3-a456-426614174000', 'app-123e4567-e89b-12d3-a456-426614174000'],
  ])('%s is %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  test('are short and end with a whole word', () => {
    const slug = slugOf('a wonderful word '.repeat(30));
    expect(slug.length).toBeLessThanOrEqual(80);
    expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(slug).toMatch(/(wonderful|word|a)$/);
    expect(slugOf('x'.repeat(300))).toBe('x'.repeat(80));
  });
});

describe('addresses of apps', () => {
  test.each([
    ['Tide Tables', 'tide-tables'],
    ['微信 WeChat', 'wechat'],
    ['2048 🎲', '2048'],
    ['天気予報', 'jp-example-weather'],
    ['天気予報 2', 'jp-example-weather'],
    ['Яндекс Go', 'jp-example-weather'],
    ['خرائط', 'jp-example-weather'],
    ['🎲🎲🎲', 'jp-example-weather'],
  ])('of %s is %s', (name, slug) => {
    expect(appSlugOf(name, 'jp.example.weather')).toBe(slug);
  });

  test('are never empty, always the same and unlike those of others', () => {
    expect(appSlugOf('🎲', '_._')).toMatch(/^app-[0-9a-z]{8}$/);
    expect(appSlugOf('🎲', '_._')).toBe(appSlugOf('🎲', '_._'));
    expect(appSlugOf('🎲', '_._')).not.toBe(appSlugOf('🎲', '-.-'));
  });
});

describe('text of strangers', () => {
  test('has no control characters, turned directions or broken halves of characters', () => {
    expect(cleanLine(' a\u0000b\tc\n\u202Ed\u2066 \ud800e ', 200)).toBe('a b c d \ufffde');
    expect(cleanLine('👩‍👩‍👧 e\u0301', 200)).toBe('👩‍👩‍👧 é');
  });

  test('is cut between what people see as characters', () => {
    expect(truncate('ab👩‍👩‍👧cd', 5)).toBe('ab');
    expect(truncate('ab👩‍👩‍👧cd', 7)).toBe('ab👩‍👩‍👧');
    expect(truncate('日本語', 2)).toBe('日本');
    expect([...truncate('🍎'.repeat(300), 200)]).toHaveLength(200);
    expect([...truncate(`a${'\u0301'.repeat(400)}b`, 200)]).toHaveLength(200);
    expect(truncate('short', 200)).toBe('short');
  });

  test('keeps its lines, one empty line at a time', () => {
    expect(cleanLines('\n a\r\nb \r\n\r\n\r\n\r\nc\u0007\n', 100)).toBe(' a\nb \n\nc');
  });
});

test('developers are the same whatever their spelling', () => {
  expect(developerKey(' ACME  Ltd. ')).toBe(developerKey('Acme ltd.'));
  expect(developerKey('Ａｃｍｅ')).toBe('acme');
  expect(developerKey('Acme')).not.toBe(developerKey('Acne'));
});

test('a short hash is of letters and digits, and always the same', () => {
  expect(shortHash('com.example', 8)).toMatch(/^[0-9a-z]{8}$/);
  expect(shortHash('com.example', 8)).toBe(shortHash('com.example', 8));
  expect(shortHash('com.example', 8)).not.toBe(shortHash('com.example2', 8));
});
