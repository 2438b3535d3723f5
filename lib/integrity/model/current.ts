import { env } from '@/lib/env';
import { logger } from '@/lib/logger';
import { loadModel } from './load-model';
import type { TextModel } from './model';

/** The model that scores in this store, as it is now. */
export function currentModel(): TextModel {
  return loadModel(env().POMONA_DATA_DIR, (error) =>
    logger().error({ err: error }, 'the integrity model of the data directory is damaged; the shipped one scores'),
  );
}
