import { InfiniteQueryObserver, MutationObserver, onlineManager } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { fetchJson } from '@/lib/http/fetch-json';
import { makeClient } from './providers';

afterEach(() => {
  onlineManager.setOnline(true);
  vi.unstubAllGlobals();
});

function goOffline() {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  onlineManager.setOnline(false);
}

test('offline, what is asked for fails at once, and comes by itself when the connection is back', async () => {
  goOffline();
  const client = makeClient();
  client.mount();
  const observer = new InfiniteQueryObserver(client, {
    queryKey: ['search', 'weather'],
    queryFn: async () => (await fetchJson<string[]>('/api/v1/search?q=weather')).body,
    initialPageParam: null,
    getNextPageParam: () => null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const leave = observer.subscribe(() => {});
  await vi.waitFor(
    () => expect(observer.getCurrentResult()).toMatchObject({ isError: true, fetchStatus: 'idle' }),
    500,
  );
  vi.stubGlobal('fetch', async () => Response.json(['Frostline']));
  onlineManager.setOnline(true);
  await vi.waitFor(() => expect(observer.getCurrentResult().data?.pages).toEqual([['Frostline']]));
  leave();
  client.unmount();
});

test('offline, what is sent fails at once and is not sent later', async () => {
  goOffline();
  const send = new MutationObserver(makeClient(), { mutationFn: () => fetchJson('/api/v1/x', { method: 'POST' }) });
  await expect(send.mutate()).rejects.toThrow('The connection was lost.');
});
