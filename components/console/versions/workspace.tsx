'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { fetchJson, sentenceOf } from '@/lib/http/fetch-json';
import { can, deletable, stateNames, whyNotNow } from '@/lib/publishing/rules';
import type { ConsoleVersionDetail } from '@/lib/publishing/schema';
import { ConfirmDialog } from '../confirm-dialog';
import { Decision } from '../decision';
import { FormPart } from '../field';
import { ReasonedButton } from '../reasoned-button';
import { useVersion, versionPath } from '../use-version';
import { VersionStatus } from '../version-status';
import { BuildUpload } from './build-upload';
import { VersionFormFields } from './version-form';
import { VersionHead } from './version-head';

type Props = {
  app: { id: string; name: string };
  initial: ConsoleVersionDetail;
  refusals: { listing: string | null; release: string | null };
};

/** Everything about one version, from its build to what moderators said about it. */
export function VersionWorkspace({ app, initial, refusals }: Props) {
  const { version, take, lookAgain } = useVersion(app.id, initial);
  const { state, submissions } = version;
  const shownAbove = ['rejected', 'metadata_rejected', 'appealed'].includes(state) ? 1 : 0;
  const earlier = submissions.slice(shownAbove);
  const hasUpload = version.platform !== 'web' || version.webUrl === null || version.build !== null;
  return (
    <div className="grid grid-cols-1 gap-12">
      <div className="grid grid-cols-1 gap-6">
        <VersionHead version={version} />
        <VersionStatus app={app} version={version} refusal={refusals.release} onMoved={take} />
      </div>
      {hasUpload ? (
        <FormPart id="build" title="Build">
          <BuildUpload
            appId={app.id}
            version={version}
            reason={refusals.release ?? (can('upload', state) ? null : whyNotNow('upload', state))}
            onChange={lookAgain}
          />
        </FormPart>
      ) : null}
      <VersionFormFields appId={app.id} version={version} refusals={refusals} onSaved={take} />
      {earlier.length > 0 ? (
        <FormPart id="history" title="Submissions" text="Each time it was handed in, the latest first.">
          <ol className="grid grid-cols-1 gap-4">
            {earlier.map((submission) => (
              <li key={submission.id}>
                <Decision submission={submission} />
              </li>
            ))}
          </ol>
        </FormPart>
      ) : null}
      <DeleteVersion app={app} version={version} refusal={refusals.release} />
    </div>
  );
}

function DeleteVersion({
  app,
  version: { id, version, state },
  refusal,
}: {
  app: Props['app'];
  version: ConsoleVersionDetail;
  refusal: string | null;
}) {
  const router = useRouter();
  const [isAsking, setIsAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => fetchJson(versionPath(app.id, id), { method: 'DELETE' }),
    onSuccess: () => {
      router.push(`/console/apps/${app.id}/versions`);
      router.refresh();
    },
  });
  const reason =
    refusal ??
    (deletable.includes(state) ? null : `It cannot be deleted while it is ${stateNames[state].toLowerCase()}.`);
  return (
    <div className="border-t border-line pt-6">
      <ReasonedButton reason={reason} tone="negative" onClick={() => setIsAsking(true)}>
        Delete this version…
      </ReasonedButton>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => {
          setIsAsking(false);
          remove.reset();
        }}
        title={`Delete version ${version}?`}
        verb="Delete"
        keep="Keep it"
        isNegative
        isWorking={remove.isPending || remove.isSuccess}
        failure={remove.isError ? sentenceOf(remove.error) : null}
        onConfirm={() => remove.mutate()}
      >
        Its build and notes go with it. The listing stays as it is.
      </ConfirmDialog>
    </div>
  );
}
