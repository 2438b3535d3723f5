'use client';

import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { ProblemError, sentenceOf } from '@/lib/http/fetch-json';

const path = '/api/v1/purchases/export';

/** My purchases as a table for a spreadsheet. */
export function PurchasesExport() {
  const collect = useMutation({ mutationFn: async () => save(await fetchFile()) });
  return (
    // A form, so that the file can be had before the page's scripts are there.
    <form
      action={path}
      className="grid max-w-full gap-2 print:hidden"
      onSubmit={(event) => {
        event.preventDefault();
        collect.mutate();
      }}
    >
      <Button
        type="submit"
        tone="soft"
        className="h-11 justify-self-start rounded-pill px-5"
        isWorking={collect.isPending}
      >
        <Download className="size-4.5" aria-hidden="true" />
        Download as CSV
      </Button>
      <p role="status" className="sr-only">
        {collect.isSuccess ? `${collect.data} is among your downloads.` : ''}
      </p>
      {collect.isError ? <Notice tone="bad">{sentenceOf(collect.error)}</Notice> : null}
    </form>
  );
}

async function fetchFile(): Promise<{ name: string; blob: Blob }> {
  let response: Response;
  try {
    response = await fetch(path);
    if (response.ok) {
      const [, name = 'purchases.csv'] =
        /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
      return { name, blob: await response.blob() };
    }
  } catch {
    throw new ProblemError({ status: 0, code: 'connection_lost' });
  }
  const problem = await response.json().catch(() => ({}));
  throw new ProblemError({ code: 'internal_error', ...problem, status: response.status });
}

function save({ name, blob }: { name: string; blob: Blob }): string {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken the file by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return name;
}
