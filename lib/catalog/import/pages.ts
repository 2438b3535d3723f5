const pageBytes = 1 << 20;

/** Text as UTF-8 in memory that is used again, so that a long import does not make more and more of it. */
export type Pages = { pages: { bytes: Buffer; used: number }[]; at: number };

export const emptyPages = (): Pages => ({ pages: [], at: 0 });

export function append(text: Pages, more: string): void {
  const most = more.length * 3;
  let page = text.pages[text.at];
  if (page && page.bytes.length - page.used < most) {
    text.at += 1;
    page = text.pages[text.at];
    if (page && page.bytes.length < most) {
      text.pages.splice(text.at);
      page = undefined;
    }
  }
  if (!page) {
    page = { bytes: Buffer.allocUnsafeSlow(Math.max(pageBytes, most)), used: 0 };
    text.pages.push(page);
  }
  page.used += page.bytes.write(more, page.used);
}

/** Forgets the text and keeps the memory. */
export function clear(text: Pages): void {
  for (const page of text.pages) page.used = 0;
  text.at = 0;
}

export function* chunksOf(text: Pages): Generator<Buffer> {
  for (const { bytes, used } of text.pages) if (used > 0) yield bytes.subarray(0, used);
}
