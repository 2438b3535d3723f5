import type { ReactNode } from 'react';
import { Chip } from '@/components/ops/chip';
import { Moment } from '@/components/ops/moment';
import { AppIcon } from '@/components/store/app-icon';
import { Button } from '@/components/ui/button';
import { formatMoment } from '@/components/ui/format';
import { Link } from '@/components/ui/link';
import type { Appeal } from '@/lib/moderation/schema';
import type { AppealVerb } from './appeal-dialog';
import { appealTitle } from './appeal-words';
import { deskHref, desks } from './desk-address';
import { Quote } from './reviews/bits';

type Props = {
  appeal: Appeal;
  now: string;
  me: { id: string; isAdmin: boolean };
  onAsk: (verb: AppealVerb) => void;
};

/** An appeal beside the rejection it is about, and the two ways to decide it. */
export function AppealCard({ appeal, now, me, onAsk }: Props) {
  const { app, organization, review, rejection, outcome } = appeal;
  const isMine = rejection !== null && rejection.by?.id === me.id;
  // In a store with nobody else an admin may; whether it is such a store, the answer says.
  const mayTry = appeal.conflict === null || (isMine && me.isAdmin);
  const title = appealTitle(appeal);
  return (
    <li className="py-6">
      <div className="flex gap-4">
        {app ? <AppIcon app={app} size={48} /> : null}
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <span dir="auto" className="font-medium wrap-anywhere">
              {title}
            </span>
            {appeal.kind === 'review' ? <Chip>Review</Chip> : null}
            {outcome ? (
              <Chip tone={outcome === 'overturned' ? 'good' : 'bad'}>
                {outcome === 'overturned' ? 'Overturned' : 'Upheld'}
              </Chip>
            ) : null}
            {appeal.isSamePerson ? <Chip tone="warning">By who had rejected it</Chip> : null}
          </p>
          <p className="text-13 text-muted">
            <bdi>{review ? review.author.name : organization?.name}</bdi> appealed{' '}
            <Moment iso={appeal.createdAt} now={Date.parse(now)} />
          </p>
        </div>
      </div>
      {review ? (
        <section aria-label="The review" className="mt-4">
          <Quote {...review} />
        </section>
      ) : null}
      <div className="mt-4 grid grid-cols-1 gap-4 md:grid-cols-2">
        <Side title="The rejection">
          {rejection ? (
            <>
              <p className="text-muted">
                {rejection.isMachine ? (
                  'The machine, and no person has looked at it'
                ) : rejection.by ? (
                  <bdi>{rejection.by.name}</bdi>
                ) : (
                  'The store'
                )}
                , {formatMoment(rejection.decidedAt)}
              </p>
              <ul className="mt-1.5 list-disc ps-5">
                {rejection.guidelines.map(({ id, title: rule }) => (
                  <li key={id}>
                    <Link
                      href={`${review ? '/transparency' : '/guidelines'}#${id}`}
                      className="text-accent-text underline underline-offset-2"
                    >
                      {id} {rule}
                    </Link>
                  </li>
                ))}
              </ul>
              <Words label="Evidence" text={rejection.evidence} />
              <Words label="Note" text={rejection.note} />
            </>
          ) : (
            <p className="text-muted">It is not on record any more.</p>
          )}
        </Side>
        <Side title="The appeal">
          <p dir="auto" className="text-start whitespace-pre-line wrap-anywhere">
            {appeal.text}
          </p>
        </Side>
      </div>
      {outcome && appeal.decidedAt ? (
        <div className="mt-4 text-13">
          <p className="text-muted">
            {appeal.decidedBy ? <bdi>{appeal.decidedBy.name}</bdi> : 'Somebody'}, {formatMoment(appeal.decidedAt)}
          </p>
          <Words label="Why" text={appeal.note} />
        </div>
      ) : null}
      <div className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-2">
        {outcome === null ? (
          <>
            <Button
              disabled={!mayTry}
              title={mayTry ? undefined : (appeal.conflict ?? undefined)}
              aria-label={`Overturn the rejection: ${title}`}
              onClick={() => onAsk('overturn')}
            >
              Overturn
            </Button>
            <Button
              tone="soft"
              disabled={!mayTry}
              title={mayTry ? undefined : (appeal.conflict ?? undefined)}
              aria-label={`Uphold the rejection: ${title}`}
              onClick={() => onAsk('uphold')}
            >
              Uphold
            </Button>
          </>
        ) : null}
        <SubjectLink appeal={appeal} title={title} />
        {appeal.conflict !== null && outcome === null ? (
          <p className="basis-full text-13 text-muted">
            {appeal.conflict}
            {mayTry ? ' Where nobody else is on the desk, an admin may; it is then marked as such.' : ''}
          </p>
        ) : null}
      </div>
    </li>
  );
}

/** To what it is about, on its desk. */
function SubjectLink({ appeal: { submissionId, review }, title }: { appeal: Appeal; title: string }) {
  const href = review
    ? deskHref(desks.reviews, 'open', review.id)
    : submissionId && deskHref(desks.submissions, 'decided', submissionId);
  if (!href) return null;
  const text = review ? 'See its case' : 'See the submission';
  return (
    <Link
      href={href}
      className="inline-flex min-h-11 items-center px-1 text-15 font-medium text-accent-text hover:underline"
      aria-label={`${text}: ${title}`}
    >
      {text}
    </Link>
  );
}

function Side({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="min-w-0 rounded-control bg-sunken p-4 text-13">
      <h3 className="mb-1 text-15 font-semibold">{title}</h3>
      {children}
    </section>
  );
}

function Words({ label, text }: { label: string; text: string }) {
  return text ? (
    <p dir="auto" className="text-start mt-1.5 whitespace-pre-line wrap-anywhere">
      <span className="text-muted">{label}: </span>
      {text}
    </p>
  ) : null;
}
