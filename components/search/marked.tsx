import { highlight } from './highlight';

/** A text in which the words that were searched for stand out. */
export function Marked({ text, query }: { text: string; query: string }) {
  return highlight(text, query).map(({ text: part, isMatch }, index) =>
    isMatch ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name
      <mark key={index} className="rounded-[3px] bg-accent-soft text-ink [box-decoration-break:clone]">
        {part}
      </mark>
    ) : (
      part
    ),
  );
}
