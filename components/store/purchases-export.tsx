'use client';

import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { fetchFile, saveFile } from '@/components/ui/save-file';
import { sentenceOf } from '@/lib/http/fetch-json';

const path = '/api/v1/purchases/export';

/** My purchases as a table for a spreadsheet. */
export function PurchasesExport() {
  const collect = useMutation({ mutationFn: async () => saveFile(await fetchFile(path, { name: 'purchases.csv' })) });
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
