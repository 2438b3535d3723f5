import { readFileSync } from 'node:fs';
import { loadModel } from '@/lib/integrity/model/load-model';
import { parseModel, type TextModel } from '@/lib/integrity/model/model';
import { readSettings } from '../environment';
import { Refusal, systemCode } from '../refusal';
import { say } from '../progress';
import { pathFrom } from './read-rows';

/** The model of a file, else the one that scores in this store. */
export function chosenModel(file: string | undefined): TextModel {
  if (file === undefined) {
    return loadModel(readSettings('production').dataDir, () => say('The model in the data directory is damaged.'));
  }
  const path = pathFrom(file);
  try {
    return parseModel(readFileSync(path, 'utf8'));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') throw new Refusal(`There is no file ${path}.`);
    throw new Refusal(`${path} is no model of integrity:train.`);
  }
}
