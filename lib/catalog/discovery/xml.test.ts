import { expect, test } from 'vitest';
import { element, escapeXml } from './xml';

test('nothing in a text can end its element or its attribute', () => {
  expect(escapeXml(`</title><b a="1" b='2'>&amp;]]>`)).toBe(
    '&lt;/title&gt;&lt;b a=&quot;1&quot; b=&apos;2&apos;&gt;&amp;amp;]]&gt;',
  );
});

test('what XML cannot hold is left out, and every other character stays', () => {
  expect(escapeXml('a\u0000b\u0008c\u001bd\uffffe')).toBe('abcde');
  expect(escapeXml('half \ud800 pair')).toBe('half \ufffd pair');
  expect(escapeXml('東京 📝\ttab\nline')).toBe('東京 📝\ttab\nline');
});

test('an element without text is left out', () => {
  expect(element('title', 'A & B')).toBe('<title>A &amp; B</title>');
  expect(element('title', '')).toBe('');
  expect(element('title', null)).toBe('');
});
