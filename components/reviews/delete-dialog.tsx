'use client';

import { useMutation } from '@tanstack/react-query';
import { type ComponentProps, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Modal } from '@/components/ui/modal';
import { Notice } from '@/components/ui/notice';
import { fetchJson, ProblemError, sentenceOf } from '@/lib/http/fetch-json';

type Props = {
  app: { id: string; name: string };
  isOpen: boolean;
  onClose: () => void;
  onDeleted: () => void;
  finalFocus?: ComponentProps<typeof Modal>['finalFocus'];
};

/** Asks once more before a review is gone. */
export function DeleteDialog({ app, isOpen, onClose, onDeleted, finalFocus }: Props) {
  const keep = useRef<HTMLButtonElement>(null);
  const remove = useMutation({
    mutationFn: async () => {
      try {
        await fetchJson<null>(`/api/v1/apps/${app.id}/review`, { method: 'DELETE' });
      } catch (error) {
        // Deleted in another window: what was wanted.
        if (!(error instanceof ProblemError) || error.problem.status !== 404) throw error;
      }
    },
    onSuccess: onDeleted,
  });
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title="Delete your review?"
      canClose={!remove.isPending}
      initialFocus={keep}
      finalFocus={finalFocus}
    >
      <div className="grid grid-cols-1 gap-5">
        <p className="text-muted">
          Your stars no longer count for <bdi className="wrap-anywhere">{app.name}</bdi>. The developer’s answer and the
          votes go with it. You can write another review at any time.
        </p>
        {remove.isError ? <Notice tone="bad">{sentenceOf(remove.error)}</Notice> : null}
        <div className="flex flex-wrap gap-3">
          <Button tone="negative" isWorking={remove.isPending} onClick={() => remove.mutate()}>
            Delete review
          </Button>
          <Button ref={keep} tone="soft" onClick={() => !remove.isPending && onClose()}>
            Keep it
          </Button>
        </div>
      </div>
    </Modal>
  );
}
