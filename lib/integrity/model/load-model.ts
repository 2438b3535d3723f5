import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import shipped from './shipped-model.json';
import { parseModel, type TextModel } from './model';

/** A store's own model, trained from its moderators' decisions or from files; it takes precedence over the shipped one. */
export const modelFile = (dataDir: string): string => join(dataDir, 'integrity-model.json');

type Cached = { stamp: string; model: TextModel };

const cache = new Map<string, Cached>();
let shippedModel: TextModel | undefined;

export function loadShippedModel(): TextModel {
  shippedModel ??= parseModel(JSON.stringify(shipped));
  return shippedModel;
}

function stampOf(path: string): string | null {
  try {
    const { mtimeMs, size, ino } = statSync(path);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return null;
  }
}

/**
 * The model that scores: the data directory's while there is one, read anew when it changes, else the shipped one. A file
 * that is no model is told to `onDamaged` and passed over, so that reviews are scored all the same.
 */
export function loadModel(dataDir: string, onDamaged: (error: unknown) => void = () => undefined): TextModel {
  const path = modelFile(dataDir);
  const stamp = stampOf(path);
  if (stamp === null) return loadShippedModel();
  const cached = cache.get(path);
  if (cached?.stamp === stamp) return cached.model;
  let model = loadShippedModel();
  try {
    model = parseModel(readFileSync(path, 'utf8'));
  } catch (error) {
    onDamaged(error);
  }
  cache.set(path, { stamp, model });
  return model;
}
