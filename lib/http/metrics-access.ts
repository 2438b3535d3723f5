import { createHash, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/env';
import { clientAddress, isLoopback } from './client';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Metrics are for whoever shows METRICS_TOKEN; without one, for loopback. */
export function mayReadMetrics(headers: Headers): boolean {
  const token = env().METRICS_TOKEN;
  if (!token) return isLoopback(clientAddress(headers));
  return timingSafeEqual(digest(headers.get('authorization') ?? ''), digest(`Bearer ${token}`));
}
