import type { SearchEngine } from './engine';
import { engines } from './engines';

/** The engine beside Postgres, which has everything too; null where none is configured. */
export function otherEngine(): SearchEngine | null {
  const { primary } = engines();
  return primary.name === 'postgres' ? null : primary;
}
