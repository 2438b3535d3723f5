'use client';

import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { formatBytes } from '@/components/ui/format';
import { Notice } from '@/components/ui/notice';
import { ProblemError, sentenceOf } from '@/lib/http/fetch-json';

const path = '/api/v1/me/export';

/** Everything the store keeps about me, as one file. */
export function ExportData() {
  const [bytes, setBytes] = useState(0);
  const collect = useMutation({
    mutationFn: async () => save(await fetchFile(setBytes)),
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

type NamedFile = { name: string; blob: Blob };

async function fetchFile(onBytes: (bytes: number) => void): Promise<NamedFile> {
  try {
    const response = await fetch(path, { method: 'POST' });
    if (!response.ok || !response.body) {
      const problem = await response.json().catch(() => ({}));
      throw new ProblemError({ code: 'internal_error', ...problem, status: response.status });
    }
    const chunks: BlobPart[] = [];
    let bytes = 0;
    const reader = response.body.getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      chunks.push(piece.value);
      bytes += piece.value.byteLength;
      onBytes(bytes);
    }
    const [, name = 'my-data.json'] =
      /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
    return { name, blob: new Blob(chunks, { type: 'application/json' }) };
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError({ status: 0, code: 'connection_lost' });
  }
}

function save({ name, blob }: NamedFile): string {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken the file by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return name;
}
