'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/fetch-json';
import type { PaymentMethod, PaymentMethodList } from '@/lib/purchases/schema';

const path = '/api/v1/me/payment-methods';
export const paymentMethodsKey = ['payment-methods'];

type Options = { initial?: PaymentMethodList; isNeeded?: boolean };

export function usePaymentMethods({ initial, isNeeded = true }: Options) {
  return useQuery({
    queryKey: paymentMethodsKey,
    queryFn: async ({ signal }) => (await fetchJson<PaymentMethodList>(path, { signal })).body,
    initialData: initial,
    enabled: isNeeded,
  });
}

export function useChangePaymentMethods() {
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: paymentMethodsKey });
  const add = useMutation({
    mutationFn: async (token: string) =>
      (await fetchJson<PaymentMethod>(path, { method: 'POST', body: { token } })).body,
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: (id: string) => fetchJson(`${path}/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSuccess,
  });
  const makeDefault = useMutation({
    mutationFn: (id: string) => fetchJson(`${path}/${encodeURIComponent(id)}/default`, { method: 'PUT' }),
    onSuccess,
  });
  return { add, remove, makeDefault };
}

/** Asks for the provider's page where a card is added. */
export function useCardPage() {
  return useMutation({
    mutationFn: async () => (await fetchJson<{ url: string }>(`${path}/setup`, { method: 'POST' })).body.url,
  });
}
