'use client';

import { useMutation } from '@tanstack/react-query';
import { FileDown } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { saveFile } from '@/components/ui/save-file';
import { fetchJson, ProblemError, sentenceOf } from '@/lib/http/fetch-json';
import type { PurchaseAnswer } from '@/lib/purchases/schema';

/** Saves the signed receipt of a purchase as a file. */
export function ReceiptDownload({ purchaseId }: { purchaseId: string }) {
  const download = useMutation({
    mutationFn: async () => {
      const { body } = await fetchJson<PurchaseAnswer>(`/api/v1/purchases/${purchaseId}`);
      if (body.receipt === null) {
        throw new ProblemError({
          status: 404,
          code: 'not_found',
          detail: 'There is no receipt yet. Load the page again.',
        });
      }
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
