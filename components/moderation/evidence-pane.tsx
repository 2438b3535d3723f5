import { Ban, Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { Chip } from '@/components/ops/chip';
import { CopyText } from '@/components/ui/copy-text';
import { Button, buttonClass } from '@/components/ui/button';
import { formatBytes, formatCount, formatMoment } from '@/components/ui/format';
import type { SubmissionCase } from '@/lib/moderation/schema';
import { Part } from './case-pane';
import { outcomeNames } from './outcome';
import { submissionsPath } from './words';

type Props = { item: SubmissionCase; onSuspend: (() => void) | null };

/** What helps to decide: notes, the demo account, the file itself, and what was said before. */
export function EvidencePane({ item, onSuspend }: Props) {
  return (
    <>
      <Notes item={item} />
      <Build item={item} />
      <History item={item} />
      {onSuspend ? (
        <Part title="The organisation">
          <p className="mb-3 text-13 text-muted">
            <bdi>{item.organization.name}</bdi>
            {item.organization.verifiedDomain
              ? `, who proved ${item.organization.verifiedDomain}`
              : ', no domain proven'}
            {item.organization.isSuspended ? '. It is suspended: nothing of it comes out.' : ''}
          </p>
          <Button tone="soft" onClick={onSuspend}>
            <Ban className="size-4.5" aria-hidden="true" />
            {item.organization.isSuspended ? 'Lift suspension…' : 'Suspend…'}
          </Button>
        </Part>
      ) : null}
    </>
  );
}

function Words({ title, text, none }: { title: string; text: string; none: string }) {
  return (
    <div className="mt-3 first:mt-0">
      <h4 className="text-13 font-medium">{title}</h4>
      {text ? (
        <p dir="auto" className="mt-1 rounded-control bg-sunken px-3 py-2.5 text-13 whitespace-pre-line wrap-anywhere">
          {text}
        </p>
      ) : (
        <p className="text-13 text-muted">{none}</p>
      )}
    </div>
  );
}

function Notes({ item }: Pick<Props, 'item'>) {
  return (
    <Part title="For reviewers">
      <Words title="This time the developer says" text={item.message} none="Nothing." />
      <Words title="How to try it" text={item.reviewNotes} none="No notes." />
      <Words title="Demo account" text={item.demoAccount} none="None. Behind a sign-in, that is guideline 2.3." />
    </Part>
  );
}

/** A line of a list of facts. */
export function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd dir="auto" className="min-w-0 wrap-anywhere">
        {children}
      </dd>
    </>
  );
}

function Build({ item }: Pick<Props, 'item'>) {
  const build = item.snapshot.build;
  const facts = build?.facts ?? item.build?.facts ?? null;
  if (!build) {
    return (
      <Part title="Build">
        <p className="text-13 wrap-anywhere">
          {item.snapshot.version.webUrl ? (
            <a
              href={item.snapshot.version.webUrl}
              target="_blank"
              rel="nofollow ugc noopener noreferrer"
              className="text-accent-text underline underline-offset-2"
            >
              {item.snapshot.version.webUrl}
            </a>
          ) : (
            'No file was handed in.'
          )}
        </p>
      </Part>
    );
  }
  return (
    <Part title="Build">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-13 numerals">
        <Fact term="File">{build.fileName}</Fact>
        <Fact term="Size">{formatBytes(build.sizeBytes)}</Fact>
        {facts ? (
          <>
            <Fact term="Kind">{facts.kind}</Fact>
            {facts.packageName ? <Fact term="Package">{facts.packageName}</Fact> : null}
            {facts.versionName ? <Fact term="Version">{facts.versionName}</Fact> : null}
            {facts.versionCode === null ? null : <Fact term="Version code">{formatCount(facts.versionCode)}</Fact>}
            {facts.minimumOs ? <Fact term="Needs">{facts.minimumOs}</Fact> : null}
            {facts.entryCount === null ? null : <Fact term="Files inside">{formatCount(facts.entryCount)}</Fact>}
          </>
        ) : null}
        <Fact term="SHA-256">
          <span className="font-mono text-12">{build.sha256}</span>
        </Fact>
      </dl>
      {facts && facts.permissions.length > 0 ? (
        <>
          <h4 className="mt-3 text-13 font-medium">Permissions</h4>
          <ul className="mt-1 grid gap-0.5 font-mono text-12 wrap-anywhere">
            {facts.permissions.map((permission) => (
              <li key={permission}>{permission}</li>
            ))}
          </ul>
        </>
      ) : null}
      <div className="mt-3 flex flex-wrap gap-2">
        <a href={`${submissionsPath}/${item.id}/build`} download className={buttonClass('soft')}>
          <span className="inline-flex items-center gap-2">
            <Download className="size-4.5" aria-hidden="true" />
            Download
          </span>
        </a>
        <CopyText text={build.sha256} what="hash of the build">
          Copy hash
        </CopyText>
      </div>
    </Part>
  );
}

function History({ item }: Pick<Props, 'item'>) {
  const earlier = item.history.filter(({ id }) => id !== item.id);
  return (
    <Part title="Before this">
      {earlier.length === 0 ? (
        <p className="text-13 text-muted">This is the first time that anything of the app was handed in.</p>
      ) : (
        <ol className="grid gap-3">
          {earlier.map((entry) => (
            <li key={entry.id} className="border-s-2 border-line-strong ps-3 text-13">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1 numerals">
                <span className="font-medium">{entry.version}</span>
                {entry.outcome ? (
                  <Chip tone={outcomeNames[entry.outcome].tone}>{outcomeNames[entry.outcome].label}</Chip>
                ) : (
                  <Chip>Open</Chip>
                )}
                {entry.appeal?.outcome ? <Chip>Appeal {entry.appeal.outcome}</Chip> : null}
              </p>
              <p className="text-muted">
                {formatMoment(entry.decidedAt ?? entry.submittedAt)}
                {entry.decidedBy ? `, ${entry.decidedBy.name}` : ''}
              </p>
              {entry.guidelines.length > 0 ? (
                <p className="mt-1">{entry.guidelines.map(({ id, title }) => `${id} ${title}`).join(', ')}</p>
              ) : null}
              {[entry.evidence, entry.note, entry.message].map((text, index) =>
                text ? (
                  <p key={labels[index]} dir="auto" className="mt-1 whitespace-pre-line wrap-anywhere">
                    <span className="text-muted">{labels[index]}: </span>
                    {text}
                  </p>
                ) : null,
              )}
            </li>
          ))}
        </ol>
      )}
    </Part>
  );
}

const labels = ['Evidence', 'Note', 'The developer said'];
