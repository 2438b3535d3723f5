'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { fetchJson, ProblemError, sentenceOf } from '@/lib/http/fetch-json';
import type { Download } from '@/lib/purchases/schema';
import { usePurchases } from './purchase-context';

/** Asks for a signed address of the newest version and lets the browser fetch the file. */
export function useDownload(app: { id: string; name: string }) {
  const { announce } = usePurchases();
  const queryClient = useQueryClient();
  const download = useMutation({
    mutationFn: async () => (await fetchJson<Download>(`/api/v1/apps/${app.id}/downloads`, { method: 'POST' })).body,
    onSuccess: ({ url, version }) => {
      announce(`Downloading ${app.name} ${version}.`);
      location.assign(url);
      void queryClient.invalidateQueries({ queryKey: ['library'] });
    },
    onError: (error) => announce(downloadSentence(error)),
  });
  return {
    start: () => download.mutate(),
    isWorking: download.isPending,
    problem: download.isError ? downloadSentence(download.error) : null,
  };
}

function downloadSentence(error: unknown): string {
  if (!(error instanceof ProblemError)) return sentenceOf(error);
  if (error.problem.code === 'no_file') return 'This app is listed without a file: there is nothing to download.';
  return error.problem.status === 404 ? 'There is no file to download right now.' : sentenceOf(error);
}
