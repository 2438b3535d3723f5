import type { Metadata } from 'next';
import Link from 'next/link';
import { pageContext } from '@/lib/auth/page';
import { env } from '@/lib/env';
import { openApiDocument } from '@/lib/http/openapi';
import { getSettings } from '@/lib/settings';

export const metadata: Metadata = { title: 'API' };

type Parameter = { name: string; in: string; required: boolean; schema: { type?: string; enum?: string[]; default?: unknown } };
type Entry = {
  operationId: string;
  summary: string;
  tags: string[];
  security: unknown[];
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: { properties?: Record<string, unknown>; required?: string[] } }> };
  responses: Record<string, { description: string }>;
};

/** The OpenAPI document, readable. */
export default async function ApiPage() {
  const { storeName } = await getSettings(await pageContext());
  const document = openApiDocument(storeName, env().PUBLIC_URL);
  const entries = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => method !== 'servers')
      .map(([method, entry]) => ({ path, method: method.toUpperCase(), entry: entry as Entry })),
  );
  const tags = [...new Set(entries.flatMap(({ entry }) => entry.tags))];
  return (
    <main id="content" className="page-width grid max-w-[60rem]! gap-10 py-12">
      <header className="grid gap-3">
        <Link href="/" className="text-13 text-accent-text underline">
          {storeName}
        </Link>
        <h1 className="serif text-46">Platform API</h1>
        <p className="max-w-[65ch] text-17 text-muted">{document.info.description}</p>
        <p>
          <a href="/api/openapi.json" className="font-medium text-accent-text underline">
            OpenAPI 3.1 document
          </a>
        </p>
      </header>
      {tags.map((tag) => (
        <section key={tag} aria-labelledby={`tag-${tag}`} className="grid gap-4">
          <h2 id={`tag-${tag}`} className="serif text-26">
            {tag}
          </h2>
          <ul className="divide-y divide-line border-y border-line">
            {entries
              .filter(({ entry }) => entry.tags.includes(tag))
              .map(({ path, method, entry }) => (
                <Operation key={entry.operationId + method} path={path} method={method} entry={entry} />
              ))}
          </ul>
        </section>
      ))}
    </main>
  );
}

function Operation({ path, method, entry }: { path: string; method: string; entry: Entry }) {
  const address = path.startsWith('/api/') ? path : `/api/v1${path}`;
  const body = Object.values(entry.requestBody?.content ?? {})[0]?.schema;
  return (
    <li className="grid gap-2 py-4">
      <h3 className="flex flex-wrap items-baseline gap-x-3 font-mono text-15 font-semibold">
        <span className="w-16 text-accent-text">{method}</span>
        <span className="min-w-0 break-all">{address}</span>
      </h3>
      <p>
        {entry.summary}
        {entry.security.length > 0 ? <span className="text-muted"> · session needed</span> : null}
      </p>
      {entry.parameters?.length ? (
        <p className="text-13 text-muted">
          Takes{' '}
          {entry.parameters.map(({ name, required, schema }, i) => (
            <span key={name}>
              {i > 0 ? ', ' : ''}
              <code className="font-mono text-ink">{name}</code>
              {required ? ' (required)' : ''}
              {schema.enum ? ` = ${schema.enum.join(' | ')}` : ''}
            </span>
          ))}
        </p>
      ) : null}
      {body?.properties ? (
        <p className="text-13 text-muted">
          Body{' '}
          {Object.keys(body.properties).map((name, i) => (
            <span key={name}>
              {i > 0 ? ', ' : ''}
              <code className="font-mono text-ink">{name}</code>
              {body.required?.includes(name) ? '' : ' (optional)'}
            </span>
          ))}
        </p>
      ) : null}
      <p className="text-13 text-muted">
        Answers {Object.keys(entry.responses).filter((status) => status !== 'default').join(', ')}. {entry.responses.default?.description}
      </p>
    </li>
  );
}
