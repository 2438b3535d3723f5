import type { ComponentProps } from 'react';
import Markdown, { type Components } from 'react-markdown';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';

// Words only: no pictures from elsewhere, no forms, no raw HTML.
const schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter(
    (name) => !['img', 'input', 'picture', 'source', 'details', 'summary'].includes(name),
  ),
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto'] },
};

const Heading = ({ children }: ComponentProps<'h3'>) => (
  <h3 className="mt-5 mb-1.5 font-semibold first:mt-0">{children}</h3>
);

const LargeHeading = ({ children }: ComponentProps<'h2'>) => (
  <h2 className="mt-9 mb-2 text-20 font-semibold first:mt-0">{children}</h2>
);

const all = (of: typeof Heading) => ({ h1: of, h2: of, h3: of, h4: of, h5: of, h6: of });

const components: Components = {
  ...all(Heading),
  p: ({ children }) => <p className="my-3 first:mt-0 last:mb-0">{children}</p>,
  ul: ({ children }) => <ul className="my-3 list-disc space-y-1 ps-5 marker:text-muted">{children}</ul>,
  ol: ({ children }) => <ol className="my-3 list-decimal space-y-1 ps-5 marker:text-muted">{children}</ol>,
  a: ({ children, href }) => (
    <a href={href} rel="nofollow ugc noopener noreferrer" className="text-accent-text underline underline-offset-2">
      {children}
    </a>
  ),
  blockquote: ({ children }) => (
    <blockquote className="my-3 border-s-2 border-line-strong ps-4 text-muted">{children}</blockquote>
  ),
  code: ({ children }) => <code className="rounded bg-sunken px-1 font-mono text-[0.9em] break-words">{children}</code>,
  pre: ({ children }) => (
    <pre className="my-3 rounded-control bg-sunken p-3 text-13 whitespace-pre-wrap">{children}</pre>
  ),
  table: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section aria-label="Table" tabIndex={0} className="my-3 overflow-x-auto">
      <table className="text-13 [&_td]:border [&_td]:border-line [&_td]:px-2 [&_td]:py-1 [&_th]:border [&_th]:border-line [&_th]:px-2 [&_th]:py-1">
        {children}
      </table>
    </section>
  ),
  hr: () => <hr className="my-5 border-line" />,
};

const pageComponents: Components = { ...components, ...all(LargeHeading) };

/** Markdown of people we do not know, as harmless HTML; `headings` below what stands over it. */
export function SafeMarkdown({ text, headings = 'h3' }: { text: string; headings?: 'h2' | 'h3' }) {
  return (
    <Markdown
      remarkPlugins={[remarkGfm]}
      rehypePlugins={[[rehypeSanitize, schema]]}
      components={headings === 'h2' ? pageComponents : components}
      skipHtml
    >
      {text}
    </Markdown>
  );
}
