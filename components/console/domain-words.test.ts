import { expect, test } from 'vitest';
import { domainOf } from './domain-words';

test.each([
  ['example.org', 'example.org'],
  [' Example.ORG. ', 'example.org'],
  ['https://www.example.org/about?x=1', 'www.example.org'],
  ['example.org/path', 'example.org'],
  ['bücher.example', 'xn--bcher-kva.example'],
  ['not a domain', 'not a domain'],
])('%j names the domain %j', (typed, domain) => {
  expect(domainOf(typed)).toBe(domain);
});
