'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Modal } from '@/components/ui/modal';
import { Notice } from '@/components/ui/notice';
import { fetchJson, ProblemError, sentenceOf } from '@/lib/http/fetch-json';
import type { ConsoleAppDetail } from '@/lib/publishing/schema';
import type { Transfer } from '@/lib/publishing/transfers/schema';
import { ConfirmDialog } from './confirm-dialog';
import { ReasonedButton } from './reasoned-button';

type Props = {
  app: ConsoleAppDetail;
  /** Why I may not: change its sale or delete it; hand it over. */
  refusals: { release: string | null; own: string | null };
};

/** What changes an app as a whole: its sale, its owner, its end. */
export function AppControl({ app, refusals }: Props) {
  return (
    <section aria-labelledby="whole-app" className="grid grid-cols-1">
      <h2 id="whole-app" className="mb-2 text-20 font-semibold">
        The app as a whole
      </h2>
      <div className="divide-y divide-line border-y border-line">
        <Sale app={app} refusal={refusals.release} />
        <Handover app={app} refusal={refusals.own} />
        {app.status === 'draft' ? <Deletion app={app} refusal={refusals.release} /> : null}
      </div>
    </section>
  );
}

function Line({ title, text, children }: { title: string; text: ReactNode; children: ReactNode }) {
  return (
    <div className="grid grid-cols-1 items-center gap-x-6 gap-y-3 py-5 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <h3 className="font-semibold">{title}</h3>
        <p className="max-w-[60ch] text-13 text-muted">{text}</p>
      </div>
      <div className="min-w-0">{children}</div>
    </div>
  );
}

type PartProps = { app: ConsoleAppDetail; refusal: string | null };

const saleTexts: Record<ConsoleAppDetail['status'], string> = {
  draft: 'Nothing of it has been released yet, so nobody sees it.',
  listed: 'Shoppers find it. Off sale, nobody finds or gets it any more; owners keep it and its updates.',
  hidden: 'Nobody finds or gets it. Owners keep it and its updates.',
  removed: 'The store has taken it down. Only the store can offer it again.',
};

function Sale({ app, refusal }: PartProps) {
  const router = useRouter();
  const [isAsking, setIsAsking] = useState(false);
  const isListed = app.status === 'listed';
  const change = useMutation({
    mutationFn: (status: 'listed' | 'hidden') =>
      fetchJson<ConsoleAppDetail>(`/api/v1/console/apps/${app.id}`, { method: 'PATCH', body: { status } }),
    onSuccess: () => {
      setIsAsking(false);
      router.refresh();
    },
  });
  const reason =
    refusal ??
    (app.status === 'draft'
      ? 'Possible after its first release.'
      : app.status === 'removed'
        ? 'The store has taken it down.'
        : null);
  const close = () => {
    setIsAsking(false);
    change.reset();
  };
  return (
    <Line title="Sale" text={saleTexts[app.status]}>
      <ReasonedButton reason={reason} tone="soft" onClick={() => setIsAsking(true)}>
        {app.status === 'hidden' ? 'Offer it again' : 'Take off sale'}
      </ReasonedButton>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={close}
        title={isListed ? `Take ${app.name} off sale?` : `Offer ${app.name} again?`}
        verb={isListed ? 'Take off sale' : 'Offer it again'}
        keep={isListed ? 'Keep it on sale' : 'Not now'}
        isNegative={isListed}
        isWorking={change.isPending}
        failure={change.isError ? sentenceOf(change.error) : null}
        onConfirm={() => change.mutate(isListed ? 'hidden' : 'listed')}
      >
        {isListed
          ? 'It leaves the store within moments. Whoever owns it keeps it, and you can offer it again at any time.'
          : 'Shoppers find it again, with its ratings and reviews as they were.'}
      </ConfirmDialog>
    </Line>
  );
}

function Handover({ app, refusal }: PartProps) {
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const [isAsking, setIsAsking] = useState(false);
  const [organization, setOrganization] = useState('');
  const offer = useMutation({
    mutationFn: () =>
      fetchJson<Transfer>(`/api/v1/console/apps/${app.id}/transfers`, { method: 'POST', body: { organization } }),
    onSuccess: () => {
      setIsAsking(false);
      setOrganization('');
      router.refresh();
    },
  });
  const takeBack = useMutation({
    mutationFn: () => fetchJson(`/api/v1/console/transfers/${app.transfer?.id}/decline`, { method: 'POST' }),
    onSuccess: () => router.refresh(),
  });
  const isUnknown = offer.error instanceof ProblemError && offer.error.problem.code === 'unknown_organization';
  const reason =
    refusal ?? (app.inFlight ? `Version ${app.inFlight.version} is on its way. Finish or delete it first.` : null);
  if (app.transfer) {
    return (
      <Line
        title="Transfer"
        text={
          <>
            It is offered to <bdi className="font-medium text-ink">{app.transfer.to.name}</bdi>. It stays yours until
            they accept.
          </>
        }
      >
        <ReasonedButton reason={refusal} tone="soft" isWorking={takeBack.isPending} onClick={() => takeBack.mutate()}>
          Take the offer back
        </ReasonedButton>
        {takeBack.isError ? <Notice tone="bad">{sentenceOf(takeBack.error)}</Notice> : null}
      </Line>
    );
  }
  return (
    <Line
      title="Transfer"
      text="Hand it over to another organisation, with its reviews, owners and history. They have to accept it."
    >
      <ReasonedButton reason={reason} tone="soft" onClick={() => setIsAsking(true)}>
        Transfer…
      </ReasonedButton>
      <Modal
        isOpen={isAsking}
        onClose={() => {
          setIsAsking(false);
          offer.reset();
        }}
        title={`Transfer ${app.name}`}
        canClose={!offer.isPending}
        initialFocus={field}
      >
        <form
          noValidate
          className="grid grid-cols-1 gap-5"
          onSubmit={(event) => {
            event.preventDefault();
            if (organization.trim() !== '' && !offer.isPending) offer.mutate();
          }}
        >
          <p className="text-muted">
            Nothing changes until an owner of the other organisation accepts. What was earned before stays yours.
          </p>
          <TextField
            ref={field}
            label="Organisation"
            value={organization}
            maxLength={120}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            hint="Its short name: what follows /developers/ in its address."
            onChange={(event) => {
              if (offer.isError) offer.reset();
              setOrganization(event.target.value.trim());
            }}
            problem={isUnknown ? 'No organisation has this short name.' : null}
          />
          {offer.isError && !isUnknown ? <Notice tone="bad">{sentenceOf(offer.error)}</Notice> : null}
          <div>
            <Button type="submit" isWorking={offer.isPending} disabled={organization.trim() === ''}>
              Offer it
            </Button>
          </div>
        </form>
      </Modal>
    </Line>
  );
}

function Deletion({ app, refusal }: PartProps) {
  const router = useRouter();
  const [isAsking, setIsAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => fetchJson(`/api/v1/console/apps/${app.id}`, { method: 'DELETE' }),
    onSuccess: () => router.push(`/console/${app.organization.slug}`),
  });
  return (
    <Line title="Delete" text="Its listing, pictures, versions and builds go with it, and its bundle id is free again.">
      <ReasonedButton reason={refusal} tone="negative" onClick={() => setIsAsking(true)}>
        Delete…
      </ReasonedButton>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => {
          setIsAsking(false);
          remove.reset();
        }}
        title={`Delete ${app.name}?`}
        verb="Delete"
        keep="Keep it"
        isNegative
        isWorking={remove.isPending || remove.isSuccess}
        failure={remove.isError ? sentenceOf(remove.error) : null}
        onConfirm={() => remove.mutate()}
      >
        This cannot be undone. Nobody has ever seen it in the store.
      </ConfirmDialog>
    </Line>
  );
}
