'use client';

import { useState } from 'react';
import { formatMoment } from '@/components/ui/format';
import { Notice } from '@/components/ui/notice';
import { sentenceOf } from '@/lib/http/fetch-json';
import { type VersionAction, type VersionState, whyNotNow } from '@/lib/publishing/rules';
import type { ConsoleVersionDetail } from '@/lib/publishing/schema';
import { ConfirmDialog } from './confirm-dialog';
import { ReasonedButton } from './reasoned-button';
import { TextDialog } from './text-dialog';
import { useMove, type VersionVerb } from './use-version';

type Props = {
  appId: string;
  appName: string;
  version: ConsoleVersionDetail;
  /** Why I may not move it at all; null when I may. */
  refusal: string | null;
  onMoved: (next: ConsoleVersionDetail) => void;
};

/** Buttons that belong to a state, the one to press next first. */
const shown: Record<VersionState, readonly VersionAction[]> = {
  draft: ['submit'],
  processing: ['submit'],
  invalid_binary: ['submit'],
  waiting_for_review: ['withdraw', 'release'],
  in_review: ['withdraw', 'release'],
  metadata_rejected: ['submit'],
  rejected: ['submit', 'appeal'],
  appealed: ['release'],
  approved: ['release'],
  released: [],
  superseded: ['roll_back'],
  removed: [],
};

const verbs: Partial<Record<VersionAction, VersionVerb>> = {
  submit: 'submit',
  withdraw: 'withdraw',
  release: 'release',
  roll_back: 'rollback',
  appeal: 'appeal',
};

const labels: Partial<Record<VersionAction, string>> = {
  submit: 'Submit for review',
  withdraw: 'Withdraw',
  release: 'Release now',
  roll_back: 'Roll back to this version',
  appeal: 'Appeal',
};

/** What its developer may do with a version now; what is out of use says why. */
export function VersionActions({ appId, appName, version, refusal, onMoved }: Props) {
  const [asked, setAsked] = useState<VersionAction | null>(null);
  const move = useMove(appId, version.id, (next) => {
    setAsked(null);
    onMoved(next);
  });
  const close = () => {
    setAsked(null);
    move.reset();
  };
  const { state } = version;
  const [latest] = version.submissions;
  const missing = version.problems.filter(({ severity }) => severity === 'error').length;
  const reasonFor = (action: VersionAction): string | null => {
    if (refusal !== null) return refusal;
    const notNow = whyNotNow(action, state);
    if (notNow !== null) return notNow;
    if (action === 'submit' && missing > 0) {
      return missing === 1
        ? 'One thing is missing first; it is named below.'
        : `${missing} things are missing first; they are named below.`;
    }
    if (action === 'appeal' && latest?.appeal) return 'It was appealed already, which is possible once.';
    return null;
  };
  const actions = shown[state];
  const send = (action: VersionAction, body?: unknown) => {
    const verb = verbs[action];
    if (verb) move.mutate({ verb, body });
  };
  const failure = move.isError ? sentenceOf(move.error) : null;
  if (actions.length === 0) return null;
  return (
    <div className="grid grid-cols-1 gap-3">
      <div className="flex flex-wrap items-start gap-3">
        {actions.map((action, index) => (
          <ReasonedButton
            key={action}
            reason={reasonFor(action)}
            tone={index === 0 && action !== 'withdraw' ? 'primary' : 'soft'}
            isWorking={move.isPending && asked === action}
            onClick={() => setAsked(action)}
          >
            {action === 'submit' && state === 'rejected' ? 'Answer and submit again' : labels[action]}
          </ReasonedButton>
        ))}
      </div>
      {failure && asked === null ? <Notice tone="bad">{failure}</Notice> : null}
      <TextDialog
        isOpen={asked === 'submit'}
        onClose={close}
        title={`Submit version ${version.version}`}
        text={
          state === 'rejected'
            ? 'The same build is looked at again with your answer to the reviewers. With a new build, upload it first.'
            : 'The listing and the build are handed in as they are now. A moderator looks at them; you hear of every step.'
        }
        label="Message to the reviewers"
        isRequired={state === 'rejected'}
        verb="Submit"
        isWorking={move.isPending}
        failure={failure}
        onSend={(message) => send('submit', { message })}
      />
      <TextDialog
        isOpen={asked === 'appeal'}
        onClose={close}
        title="Appeal the rejection"
        text="Somebody else than who rejected it decides. You can appeal once, so say everything that speaks for it."
        label="Why should it be approved?"
        isRequired
        verb="Appeal"
        isWorking={move.isPending}
        failure={failure}
        onSend={(text) => send('appeal', { text })}
      />
      <ConfirmDialog
        isOpen={asked === 'withdraw'}
        onClose={close}
        title={`Withdraw version ${version.version}?`}
        verb="Withdraw"
        keep="Leave it there"
        isWorking={move.isPending}
        failure={failure}
        onConfirm={() => send('withdraw')}
      >
        It becomes a draft that you can edit. Submitted again, it waits at the end of the queue.
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asked === 'release'}
        onClose={close}
        title={`Release version ${version.version}?`}
        verb="Release now"
        keep="Not yet"
        isWorking={move.isPending}
        failure={failure}
        onConfirm={() => send('release')}
      >
        {appName} {version.version} goes into the store at once, and owners see “Update”.
        {version.releaseMode === 'scheduled' && version.releaseAt
          ? ` It would come out by itself ${formatMoment(version.releaseAt)}.`
          : ''}
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asked === 'roll_back'}
        onClose={close}
        title={`Roll back to ${version.version}?`}
        verb="Roll back"
        keep="Keep the newer one"
        isNegative
        isWorking={move.isPending}
        failure={failure}
        onConfirm={() => send('roll_back')}
      >
        Version {version.version} becomes the current one again for everybody who gets or updates the app. The newer
        version leaves the store, and its listing with it.
      </ConfirmDialog>
    </div>
  );
}
