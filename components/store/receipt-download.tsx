'use client';

import { useMutation } from '@tanstack/react-query';
import { FileDown } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { saveFile } from '@/components/ui/save-file';
import { fetchJson, sentenceOf } from '@/lib/http/fetch-json';
import type { ReceiptAnswer } from '@/lib/purchases/schema';

/** Saves the signed receipt of a purchase as a file. */
export function ReceiptDownload({ purchaseId }: { purchaseId: string }) {
  const download = useMutation({
    mutationFn: async () => {
      const { body } = await fetchJson<ReceiptAnswer>(`/api/v1/purchases/${purchaseId}/receipt`);
      saveFile({
        name: `receipt-${purchaseId}.jws`,
        blob: new Blob([body.receipt], { type: 'application/jose' }),
      });
    },
  });
  return (
    <>
      <Button
        tone="soft"
        className="h-11 rounded-pill px-5 no-script:hidden print:hidden"
        isWorking={download.isPending}
        onClick={() => download.mutate()}
      >
        <FileDown className="size-4.5" aria-hidden="true" />
        Download receipt
      </Button>
      {download.isError ? (
        <Notice tone="bad" className="order-last w-full">
          {sentenceOf(download.error)}
        </Notice>
      ) : null}
    </>
  );
}
