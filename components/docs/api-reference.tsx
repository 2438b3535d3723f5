import { Lock } from 'lucide-react';
import { cx } from '@/components/ui/cx';
import { type ApiDocument, type ApiOperation, byTag, type Listed } from './document';
import { Members } from './members';

const tones: Record<string, string> = {
  GET: 'bg-sunken text-ink',
  POST: 'bg-accent-soft text-accent-text',
  PUT: 'bg-amber-soft text-amber-text',
  PATCH: 'bg-amber-soft text-amber-text',
  DELETE: 'bg-negative-soft text-negative-text',
};

const anchorOf = (tag: string) => tag.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** The API for readers: what there is, what it takes, what it answers. */
export function ApiReference({ document }: { document: ApiDocument }) {
  const groups = byTag(document);
  const [server] = document.servers;
  return (
    <div className="page-width grid gap-10 pt-8 md:pt-12 lg:grid-cols-[13rem_minmax(0,1fr)] lg:gap-16">
      <header className="lg:col-span-2">
        <h1 className="serif text-34 md:text-46">{document.info.title}</h1>
        <p className="mt-4 max-w-[72ch] text-17 break-words text-muted">{document.info.description}</p>
        <p className="mt-4 flex flex-wrap gap-x-6 gap-y-1">
          <span>
            Base address{' '}
            <code className="rounded bg-sunken px-1.5 py-0.5 font-mono text-13 break-all">{server?.url}</code>
          </span>
          <a href="/api/openapi.json" className="text-accent-text underline underline-offset-2">
            OpenAPI 3.1 document
          </a>
        </p>
      </header>
      <nav aria-label="Parts of the API" className="lg:sticky lg:top-24 lg:self-start">
        <ul className="flex flex-wrap gap-1 lg:grid">
          {groups.map(([tag, operations]) => (
            <li key={tag}>
              <a
                href={`#${anchorOf(tag)}`}
                className="flex min-h-9 items-center justify-between gap-3 rounded-control px-3 hover:bg-sunken lg:-ms-3"
              >
                {tag} <span className="text-13 text-muted numerals">{operations.length}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="grid min-w-0 gap-12">
        {groups.map(([tag, operations]) => (
          <section key={tag} aria-labelledby={anchorOf(tag)}>
            <h2 id={anchorOf(tag)} className="mb-3 border-b border-ink/80 pb-2 text-20 font-semibold">
              {tag}
            </h2>
            <ul className="divide-y divide-line">
              {operations.map((listed) => (
                <li key={listed.operation.operationId + listed.method}>
                  <Operation {...listed} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

const credentialOf = ({ security }: ApiOperation) =>
  security.length > 1 ? 'a session or the key of an organisation' : 'a session';

function Operation({ method, path, operation, isAtRoot }: Listed) {
  const [mediaType, body] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const parameters = Object.fromEntries(operation.parameters.map(({ name, schema }) => [name, schema]));
  const required = operation.parameters.filter((parameter) => parameter.required).map(({ name }) => name);
  return (
    <details>
      <summary className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-control py-3.5">
        <span className={cx('w-16 rounded-control py-0.5 text-center font-mono text-12 font-semibold', tones[method])}>
          {method}
        </span>
        <code className="min-w-0 font-mono text-13 break-all">{isAtRoot ? path : `/api/v1${path}`}</code>
        {operation.security.length > 0 ? (
          <span className="text-muted" title={`Needs ${credentialOf(operation)}`}>
            <Lock className="size-3.5" aria-hidden="true" />
            <span className="sr-only">needs {credentialOf(operation)}</span>
          </span>
        ) : null}
        <span className="w-full text-muted">{operation.summary}</span>
      </summary>
      <div className="grid grid-cols-1 gap-5 pb-7">
        {operation.parameters.length > 0 ? (
          <Members title="Parameters" schema={{ properties: parameters, required }} />
        ) : null}
        {body ? (
          <Members title={mediaType === 'application/json' ? 'Body' : `Body (${mediaType})`} schema={body.schema} />
        ) : null}
        {Object.entries(operation.responses).map(([status, response]) => {
          const schema = response.content?.['application/json']?.schema;
          const title = status === 'default' ? 'Refusals' : `Answer ${status}`;
          return schema ? (
            <Members key={status} title={title} schema={schema} />
          ) : (
            <div key={status}>
              <h3 className="text-13 font-semibold">{title}</h3>
              <p className="max-w-[72ch] text-13 break-words text-muted">{response.description}</p>
            </div>
          );
        })}
      </div>
    </details>
  );
}
