'use client';

import { type UseMutationOptions, useMutation } from '@tanstack/react-query';
import { useRef } from 'react';

/**
 * A mutation that is sent once, and again only after it failed: `isPending` is a drawing too late for a double click, and
 * a dialog stays a moment after the answer.
 */
export function useSendOnce<Answer, Body>(
  options: Pick<UseMutationOptions<Answer, Error, Body>, 'mutationFn' | 'onSuccess'>,
) {
  const isSent = useRef(false);
  const {
    mutate: send,
    isPending,
    isError,
    error,
  } = useMutation<Answer, Error, Body>({
    ...options,
    onError: () => {
      isSent.current = false;
    },
  });
  const mutate = (body: Body) => {
    if (isSent.current) return;
    isSent.current = true;
    send(body);
  };
  return { mutate, isPending, isError, error };
}
