import { similarityOf } from '@/lib/integrity/text';

/** Texts that were added before, found by the trigrams they share: exact, and fast enough for some thousands. */
export class SimilarTexts {
  private readonly postings = new Map<string, number[]>();
  private readonly sizes: number[] = [];

  /** The highest Jaccard similarity to a text that was added; 0 for none. */
  highest(trigrams: ReadonlySet<string>): number {
    const shared = new Uint16Array(this.sizes.length);
    for (const trigram of trigrams) {
      for (const other of this.postings.get(trigram) ?? []) shared[other] = (shared[other] ?? 0) + 1;
    }
    let highest = 0;
    for (let other = 0; other < shared.length; other += 1) {
      const common = shared[other] ?? 0;
      if (common > 0) highest = Math.max(highest, common / (trigrams.size + (this.sizes[other] ?? 0) - common));
    }
    return highest;
  }

  add(trigrams: ReadonlySet<string>): void {
    const id = this.sizes.push(trigrams.size) - 1;
    for (const trigram of trigrams) {
      const list = this.postings.get(trigram);
      if (list) list.push(id);
      else this.postings.set(trigram, [id]);
    }
  }
}

/** The same for an author's few reviews. */
export const highestAmong = (trigrams: ReadonlySet<string>, others: readonly ReadonlySet<string>[]): number =>
  others.reduce((highest, other) => Math.max(highest, similarityOf(trigrams, other)), 0);
