'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { fetchJson, ProblemError, sentenceOf } from '@/lib/http/fetch-json';
import type { Download } from '@/lib/purchases/schema';
import { usePurchases } from './purchase-context';

/** Asks for a signed address of the newest version and lets the browser fetch the file. */
export function useDownload(app: { id: string; name: string }) {
  const { announce } = usePurchases();
  const queryClient = useQueryClient();
  const [isWorking, setIsWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function start(): Promise<void> {
    setIsWorking(true);
    setProblem(null);
    try {
      const { body } = await fetchJson<Download>(`/api/v1/apps/${app.id}/downloads`, { method: 'POST' });
      announce(body.fileName === null ? `Opening ${app.name}.` : `Downloading ${app.name} ${body.version}.`);
      location.assign(body.url);
      void queryClient.invalidateQueries({ queryKey: ['library'] });
    } catch (error) {
      announce(downloadSentence(error));
      setProblem(downloadSentence(error));
    } finally {
      setIsWorking(false);
    }
  }

  return { start, isWorking, problem };
}

function downloadSentence(error: unknown): string {
  if (!(error instanceof ProblemError)) return sentenceOf(error);
  if (error.problem.code === 'no_file') return 'This app is listed without a file: there is nothing to download.';
  return error.problem.status === 404 ? 'There is no file to download right now.' : sentenceOf(error);
}
