import { basename } from 'node:path';
import { type Corpus, type Example, familyOf } from '@/lib/integrity/model/train';
import { Refusal } from '../refusal';
import { columnsOf, readRows } from './read-rows';

/**
 * Labelled reviews of one file: `text` and `fake` (1 or 0). Those of one `product_id`, or else with the same first words,
 * count as one family, which is never half in training and half in a test.
 */
export function readCorpus(path: string): Corpus {
  const examples = readRows(path).map((row): Example => {
    const column = columnsOf(path, row);
    const text = column.text('text');
    const family = column.has('product_id') ? column.text('product_id') : familyOf(text);
    return { text, fake: column.flag('fake') ? 1 : 0, family };
  });
  return { name: basename(path).replace(/\..*$/, ''), examples };
}

/** Refuses what `trainModel` cannot learn from, in a sentence. */
export function requireBothLabels(corpora: readonly Corpus[], least = 20): void {
  const all = corpora.flatMap(({ examples }) => examples);
  const fakes = all.filter(({ fake }) => fake === 1).length;
  if (Math.min(fakes, all.length - fakes) >= least) return;
  throw new Refusal(
    `Training needs ${least} fake and ${least} genuine reviews at least; there are ${fakes} and ${all.length - fakes}.`,
  );
}
