'use client';

import { editable, whatIsNext } from '@/lib/publishing/rules';
import type { ConsoleVersionDetail } from '@/lib/publishing/schema';
import { Decision } from './decision';
import { MissingList } from './missing-list';
import { StepsLine } from './steps-line';
import { VersionActions } from './version-actions';

type Props = {
  app: { id: string; name: string };
  version: ConsoleVersionDetail;
  /** Why I may not move it; null when I may. */
  refusal: string | null;
  onMoved: (next: ConsoleVersionDetail) => void;
};

/** Where a version is, what happens next, what its developer may do, what is missing and what moderators said. */
export function VersionStatus({ app, version, refusal, onMoved }: Props) {
  const { state, problems, submissions } = version;
  const [latest] = submissions;
  const isDecided = state === 'rejected' || state === 'metadata_rejected' || state === 'appealed';
  return (
    <>
      <StepsLine way={version} />
      <p role="status" className="max-w-[64ch] rounded-control bg-sunken px-4 py-3">
        <span className="font-semibold">What happens next: </span>
        {version.next || whatIsNext[state]}
      </p>
      <VersionActions appId={app.id} appName={app.name} version={version} refusal={refusal} onMoved={onMoved} />
      {isDecided && latest ? <Decision submission={latest} /> : null}
      {editable.includes(state) ? <MissingList problems={problems} appId={app.id} versionId={version.id} /> : null}
    </>
  );
}
