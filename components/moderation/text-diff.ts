import { diffWordsWithSpace } from 'diff';

export type Piece = { kind: 'same' | 'added' | 'removed'; text: string };

/** Two texts that share next to nothing are not worth the time it takes to find that. */
const maxEdits = 1_500;

/** What became of a text, word by word; whole where the two have too little in common. */
export function wordDiff(before: string, after: string): Piece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const changes = diffWordsWithSpace(before, after, { maxEditLength: maxEdits });
  const pieces: Piece[] = changes
    ? changes.map(({ added, removed, value }) => ({
        kind: added ? 'added' : removed ? 'removed' : 'same',
        text: value,
      }))
    : [
        { kind: 'removed', text: before },
        { kind: 'added', text: after },
      ];
  return pieces.filter(({ text }) => text !== '');
}

/** One side of the comparison: what stood there, or what stands there now. */
export const sideOf = (pieces: readonly Piece[], side: 'before' | 'after'): Piece[] =>
  pieces.filter(({ kind }) => kind !== (side === 'before' ? 'added' : 'removed'));

const kept = 160;

/** Long stretches that did not change, shortened in the middle so that the changes stand close together. */
export function shortened(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index) => {
    if (piece.kind !== 'same' || piece.text.length <= kept * 2.5) return piece;
    const isFirst = index === 0;
    const isLast = index === pieces.length - 1;
    const head = isFirst ? '' : piece.text.slice(0, kept).replace(/\S*$/, '');
    const tail = isLast ? '' : piece.text.slice(-kept).replace(/^\S*/, '');
    return { ...piece, text: `${head}…${tail}` };
  });
}

/** How many words came and went, for those who cannot see the colours. */
export function changeCounts(pieces: readonly Piece[]): { added: number; removed: number } {
  const words = (kind: Piece['kind']) =>
    pieces.filter((piece) => piece.kind === kind).reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
  return { added: words('added'), removed: words('removed') };
}

export type ListChange = { kind: Piece['kind']; text: string };

/** A list as it is now, what is new marked, then what has gone. */
export function listDiff(before: readonly string[], after: readonly string[]): ListChange[] {
  const [old, now] = [new Set(before), new Set(after)];
  return [
    ...[...now].map<ListChange>((text) => ({ kind: old.has(text) ? 'same' : 'added', text })),
    ...[...old].filter((text) => !now.has(text)).map<ListChange>((text) => ({ kind: 'removed', text })),
  ];
}
