'use client';

import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { formatBytes } from '@/components/ui/format';
import { Notice } from '@/components/ui/notice';
import { fetchFile, saveFile } from '@/components/ui/save-file';
import { sentenceOf } from '@/lib/http/fetch-json';

const path = '/api/v1/me/export';

/** Everything the store keeps about me, as one file. */
export function ExportData() {
  const [bytes, setBytes] = useState(0);
  const collect = useMutation({
    mutationFn: async () =>
      saveFile(await fetchFile(path, { method: 'POST', name: 'my-data.json', onBytes: setBytes })),
    onMutate: () => setBytes(0),
  });

  return (
    // A form, so that the file can be had before the page's scripts are there.
    <form
      method="post"
      action={path}
      className="grid grid-cols-1 gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        collect.mutate();
      }}
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" tone="soft" isWorking={collect.isPending}>
          <Download className="size-4.5" aria-hidden="true" />
          Download my data
        </Button>
        <p role="status" dir="auto" className="text-13 text-muted numerals">
          {collect.isPending ? (bytes > 0 ? `${formatBytes(bytes)} so far` : 'Gathering your data') : null}
        </p>
      </div>
      {collect.isSuccess ? (
        <Notice tone="good">
          {collect.data} ({formatBytes(bytes)}) is among your downloads.
        </Notice>
      ) : null}
      {collect.isError ? <Notice tone="bad">{sentenceOf(collect.error)}</Notice> : null}
    </form>
  );
}
