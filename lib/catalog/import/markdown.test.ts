import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { SafeMarkdown } from '@/components/ui/markdown';
import { htmlToMarkdown, plainToMarkdown } from './markdown';

/** What a reader sees: the words, with line breaks. */
function shown(markdown: string): string {
  return renderToStaticMarkup(createElement(SafeMarkdown, { text: markdown }))
    .replace(/<br\/?>\n?/g, '\n')
    .replace(/<\/p>\n?/g, '\n\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}

describe('plain text looks like itself when it is shown as Markdown', () => {
  test.each([
    'One line\nand another\n\nA paragraph',
    '# not a heading\n## nor this\n#hashtag',
    '* star\n- dash\n+ plus\n• dot\n1. one\n2) two',
    '*****\nFEATURES\n*****',
    'Title\n=====\nText\n-----',
    '> quoted > not\n| a | b |\n| - | - |\n| 1 | 2 |',
    'a_b_c and _d_ and *e* and **f** and ~g~ and ~~h~~ and `i`',
    '[link](http://x.example) ![no](y) <b>bold</b> <script>x</script>',
    'AT&amp;T &copy; & so on; 3 < 4 > 2',
    '```\ncode\n```',
    'C:\\path\\*file',
    '2 * 3 * 4 = 24, snake_case_name, (c) 2020.',
  ])('%j', (text) => {
    expect(shown(plainToMarkdown(text))).toBe(text);
  });

  test('and its addresses are links, whole', () => {
    const html = renderToStaticMarkup(
      createElement(SafeMarkdown, { text: plainToMarkdown('See https://example.com/a_b_*c*?x=1 or write.') }),
    );
    expect(html).toContain('href="https://example.com/a_b_*c*?x=1"');
  });

  test('lines with spaces in front are no code', () => {
    expect(plainToMarkdown('a\n      b')).toBe('a  \nb');
  });
});

describe('HTML of F-Droid', () => {
  test('becomes text with its lists, links and breaks', () => {
    const text = shown(
      htmlToMarkdown(
        '<p>Reads <b>books</b> &amp; more.<br>Really.</p><ul><li>one</li><li>two *stars*</li></ul>See <a href="https://a.example/">our site</a>, <a href="https://b.example">https://b.example/</a>, <a href="javascript:x()">run</a>.',
      ),
    );
    expect(text).toBe(
      'Reads books & more.\nReally.\n\n• one\n• two *stars*\n\nSee our site (https://a.example/), https://b.example, run.',
    );
  });

  test('lines that were wrapped by hand are joined, others stay', () => {
    const wrapped = `${'word '.repeat(13).trim()}\n${'word '.repeat(13).trim()}\nlast words.\n* item\n\nNext.`;
    expect(shown(htmlToMarkdown(wrapped))).toBe(`${'word '.repeat(26)}last words.\n* item\n\nNext.`);
    expect(shown(htmlToMarkdown('Short line\nanother'))).toBe('Short line\nanother');
  });

  test('broken tags and entities do no harm', () => {
    expect(shown(htmlToMarkdown('a < b <b>c &#128512; &#x1F600; &bogus; <'))).toBe('a < b c 😀 😀 &bogus; <');
    expect(shown(htmlToMarkdown('&lt;script&gt;alert(1)&lt;/script&gt;'))).toBe('<script>alert(1)</script>');
  });
});
