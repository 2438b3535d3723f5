import { expect, test } from 'vitest';
import { isConnectionLost } from './lost-connection';

const named = (name: string, message: string) => Object.assign(new Error(message), { name });

test.each([
  named('ChunkLoadError', 'Failed to load chunk /_next/static/chunks/1a2b.js from module 4711'),
  new TypeError('Failed to fetch'),
  new TypeError('Failed to fetch dynamically imported module: https://store.example/a.js'),
  new TypeError('NetworkError when attempting to fetch resource.'),
  new TypeError('Load failed'),
])('%s is the connection’s fault', (error) => expect(isConnectionLost(error)).toBe(true));

test.each([
  new TypeError("Cannot read properties of undefined (reading 'name')"),
  new Error('An error occurred in the Server Components render.'),
])('%s is the store’s fault', (error) => expect(isConnectionLost(error)).toBe(false));
