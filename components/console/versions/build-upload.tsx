'use client';

import { CircleCheck, FileArchive, Pause, Play, UploadCloud, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { formatBytes, formatMoment } from '@/components/ui/format';
import { Notice } from '@/components/ui/notice';
import { buildKinds, buildMaxBytes } from '@/lib/publishing/rules';
import type { ConsoleVersionDetail } from '@/lib/publishing/schema';
import type { Build } from '@/lib/publishing/builds/schema';
import { DropZone } from '../listing/drop-zone';
import { timeLeft } from '../upload/speed';
import type { UploadView } from '../upload/upload-build';
import { type Upload, useUpload } from '../upload/use-upload';
import { versionPath } from '../use-version';
import { BuildFactsList } from './build-facts';

type Props = {
  appId: string;
  version: ConsoleVersionDetail;
  /** Why no build can be uploaded now; null when one can. */
  reason: string | null;
  onChange: () => void;
};

const kindsFor = (platform: string) =>
  Object.entries(buildKinds)
    .filter(([, platforms]) => (platforms as readonly string[]).includes(platform))
    .map(([kind]) => `.${kind}`);

/** The file of a version: sent in pieces, paused, taken up again, checked. */
export function BuildUpload({ appId, version, reason, onChange }: Props) {
  const upload = useUpload(`${versionPath(appId, version.id)}/uploads`, onChange);
  const { view, failure } = upload;
  const build = view?.build ?? version.build;
  const kinds = kindsFor(version.platform);
  const isIdle = view === null || view.phase === 'done' || view.phase === 'failed';
  return (
    <div id="field-build" className="grid scroll-mt-24 grid-cols-1 gap-4">
      {view && !isIdle ? (
        <Progress view={view} upload={upload} />
      ) : build?.state === 'uploading' && view === null ? (
        <Unfinished build={build} upload={upload} reason={reason} />
      ) : build ? (
        <BuildState build={build} />
      ) : null}
      {view?.phase === 'failed' ? (
        <Notice tone="bad" title={`${view.fileName} was not uploaded`}>
          <p>{view.problem}</p>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button tone="soft" className="h-11" onClick={upload.resume}>
              Try again
            </Button>
          </div>
        </Notice>
      ) : null}
      {failure ? <Notice tone="bad">{failure}</Notice> : null}
      {isIdle ? (
        <DropZone
          label="Build"
          accept={kinds.join(',')}
          isDisabled={reason !== null}
          button={
            <>
              <UploadCloud className="size-4.5" aria-hidden="true" />
              {build?.state === 'uploading'
                ? 'Choose the file again'
                : build
                  ? 'Upload another build'
                  : 'Choose a build'}
            </>
          }
          hint={
            reason ??
            `Or drop it here: ${kinds.join(', ')}, up to ${buildMaxBytes / 1024 ** 3} GiB. A lost connection costs nothing: it goes on where it was.`
          }
          onFiles={([file]) => file && upload.choose(file)}
        />
      ) : null}
    </div>
  );
}

const phaseWords: Record<UploadView['phase'], string> = {
  hashing: 'Reading the file',
  sending: 'Uploading',
  waiting: 'Waiting to go on',
  checking: 'The store is checking it',
  paused: 'Paused',
  done: 'Done',
  failed: 'Stopped',
};

function Progress({ view, upload }: { view: UploadView; upload: Upload }) {
  const { phase, fileName, sizeBytes, doneBytes, bytesPerSecond, problem } = view;
  const share = sizeBytes === 0 ? 0 : doneBytes / sizeBytes;
  const percent = Math.floor(share * 100);
  const isPaused = phase === 'paused';
  const left = phase === 'sending' ? timeLeft(sizeBytes - doneBytes, bytesPerSecond) : null;
  return (
    <div className="grid grid-cols-1 gap-3 rounded-card border border-line bg-surface p-5">
      <p className="flex items-baseline justify-between gap-4">
        <span className="min-w-0 truncate font-medium" dir="auto">
          {fileName}
        </span>
        <span className="shrink-0 text-13 text-muted numerals">
          {phase === 'checking' ? formatBytes(sizeBytes) : `${formatBytes(doneBytes)} of ${formatBytes(sizeBytes)}`}
        </span>
      </p>
      <div
        role="progressbar"
        aria-label={`${phaseWords[phase]}: ${fileName}`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={phase === 'checking' ? undefined : percent}
        className="h-2 overflow-hidden rounded-pill bg-sunken"
      >
        <div
          className={cx(
            'h-full rounded-pill',
            isPaused || phase === 'waiting' ? 'bg-line-strong' : phase === 'hashing' ? 'bg-muted' : 'bg-accent',
            phase === 'checking' && 'skeleton bg-accent',
          )}
          style={{ inlineSize: `${share * 100}%` }}
        />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="text-13 text-muted numerals">
          {phaseWords[phase]}
          {phase === 'hashing' || phase === 'sending' ? `, ${percent}%` : ''}
          {bytesPerSecond !== null && phase === 'sending' ? `, ${formatBytes(Math.round(bytesPerSecond))}/s` : ''}
          {left ? `, ${left}` : ''}
          {problem && phase === 'waiting' ? `: ${problem}` : ''}
        </p>
        {phase === 'checking' ? null : (
          <div className="flex gap-2">
            <Button tone="soft" className="h-11" onClick={isPaused ? upload.resume : upload.pause}>
              {isPaused ? (
                <Play className="size-4" aria-hidden="true" />
              ) : (
                <Pause className="size-4" aria-hidden="true" />
              )}
              {isPaused ? 'Go on' : 'Pause'}
            </Button>
            <Button tone="plain" className="h-11" onClick={() => upload.giveUp(view.build?.id)}>
              <X className="size-4" aria-hidden="true" />
              Cancel
            </Button>
          </div>
        )}
      </div>
      <p role="status" className="sr-only">
        {phaseWords[phase]}
      </p>
    </div>
  );
}

/** Begun at another time, or in another window. */
function Unfinished({ build, upload, reason }: { build: Build; upload: Upload; reason: string | null }) {
  return (
    <Notice tone="info" title={`${build.fileName} is not all here yet`}>
      <p className="numerals">
        {formatBytes(build.receivedBytes)} of {formatBytes(build.sizeBytes)} have arrived. Choose the same file, and it
        goes on from there.
      </p>
      {reason === null ? (
        <Button tone="soft" className="mt-2 h-11" onClick={() => upload.giveUp(build.id)}>
          Give it up
        </Button>
      ) : null}
    </Notice>
  );
}

function BuildState({ build }: { build: Build }) {
  if (build.state === 'invalid') {
    return (
      <Notice tone="bad" title={`${build.fileName} is not valid`}>
        <p className="break-words">{build.problem ?? 'It could not be read.'}</p>
      </Notice>
    );
  }
  if (build.state === 'abandoned') return null;
  const isValid = build.state === 'valid';
  const Icon = isValid ? CircleCheck : FileArchive;
  return (
    <div className="grid grid-cols-1 gap-4 rounded-card border border-line bg-surface p-5">
      <div className="flex items-start gap-3">
        <Icon
          className={cx('mt-0.5 size-5 shrink-0', isValid ? 'text-accent-text' : 'text-muted')}
          aria-hidden="true"
        />
        <div className="min-w-0">
          <p className="font-medium break-all">{build.fileName}</p>
          <p role="status" className="text-13 text-muted numerals">
            {isValid ? 'Valid' : 'Being checked'}, {formatBytes(build.sizeBytes)}, {formatMoment(build.createdAt)}
          </p>
        </div>
      </div>
      {isValid ? <BuildFactsList build={build} /> : null}
    </div>
  );
}
