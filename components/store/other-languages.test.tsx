import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { OtherLanguages } from './other-languages';
import { Promotion } from './promotion';

const render = (languages: string[], language: string | null, country?: string) =>
  renderToStaticMarkup(<OtherLanguages app={{ slug: 'tern', languages, language }} country={country} />);
const linksIn = (html: string) =>
  [...html.matchAll(/href="([^"]*)"[^>]*>\s*<bdi>([^<]*)</g)].map(([, href, name]) => [name, href]);

test('a listing in one language says nothing of others', () => {
  expect(render([], null)).toBe('');
});

test('a listing leads to its other languages, each called by its own name, and keeps the country', () => {
  expect(linksIn(render(['de', 'pt-BR'], null, 'DE'))).toEqual([
    ['Deutsch', '/apps/tern?lang=de&amp;country=DE'],
    ['Português (Brasil)', '/apps/tern?lang=pt-BR&amp;country=DE'],
  ]);
  const german = render(['de', 'pt-BR'], 'de');
  expect(linksIn(german)).toEqual([
    ['Português (Brasil)', '/apps/tern?lang=pt-BR'],
    ['English', '/apps/tern?lang=en'],
  ]);
  expect(german).toContain('lang="pt-BR" hrefLang="pt-BR" rel="alternate"');
});

test('the app’s own words have no name where English is a translation, nor has what is no language', () => {
  expect(linksIn(render(['en'], 'en'))).toEqual([['Original', '/apps/tern?lang=und']]);
  expect(linksIn(render(['x-y'], null))).toEqual([['x-y', '/apps/tern?lang=x-y']]);
});

test('a line of news has the language it is written in, and none leaves no gap', () => {
  const app = { promotionalText: 'Neu <b>', language: 'de', translated: [] };
  expect(renderToStaticMarkup(<Promotion app={{ ...app, translated: ['promotionalText'] }} />)).toMatch(
    /^<p dir="auto" lang="de"[^>]*>Neu &lt;b&gt;<\/p>$/,
  );
  expect(renderToStaticMarkup(<Promotion app={app} />)).not.toContain('lang=');
  expect(renderToStaticMarkup(<Promotion app={{ ...app, promotionalText: '' }} />)).toBe('');
});
