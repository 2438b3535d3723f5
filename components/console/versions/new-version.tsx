'use client';

import { useMutation } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { platformNames } from '@/components/ui/format';
import { Modal } from '@/components/ui/modal';
import { Notice } from '@/components/ui/notice';
import { type Platform, platforms } from '@/lib/catalog/schema';
import { fetchJson, fieldProblem, ProblemError, sentenceOf } from '@/lib/http/fetch-json';
import { type ConsoleVersionDetail, versionName } from '@/lib/publishing/schema';
import { areaClass } from '../field';
import { ReasonedButton } from '../reasoned-button';
import { nextVersion } from './next-version';

type Props = {
  appId: string;
  /** The newest version, whose number and platform the new one goes on from. */
  latest: { version: string; platform: Platform } | null;
  reason: string | null;
};

/** Begins a version: its number, its platform, what is new in it. */
export function NewVersion({ appId, latest, reason }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <ReasonedButton reason={reason} onClick={() => setIsOpen(true)}>
        <Plus className="size-4.5" aria-hidden="true" />
        New version
      </ReasonedButton>
      <Modal isOpen={isOpen} onClose={() => setIsOpen(false)} title="New version" initialFocus={field}>
        <Form appId={appId} latest={latest} field={field} />
      </Modal>
    </>
  );
}

function Form({ appId, latest, field }: Omit<Props, 'reason'> & { field: React.RefObject<HTMLInputElement | null> }) {
  const router = useRouter();
  const notesId = useId();
  const [version, setVersion] = useState(latest ? nextVersion(latest.version) : '1.0.0');
  const [platform, setPlatform] = useState<Platform>(latest?.platform ?? 'android');
  const [releaseNotes, setReleaseNotes] = useState('');
  const make = useMutation({
    mutationFn: async () =>
      (
        await fetchJson<ConsoleVersionDetail>(`/api/v1/console/apps/${appId}/versions`, {
          method: 'POST',
          body: { version, platform, releaseNotes },
        })
      ).body,
    onSuccess: ({ id }) => {
      router.push(`/console/apps/${appId}/versions/${id}`);
      router.refresh();
    },
  });
  const isWorking = make.isPending || make.isSuccess;
  const isTaken = make.error instanceof ProblemError && make.error.problem.code === 'version_taken';
  const isWellFormed = versionName.safeParse(version).success;
  const versionProblem = isTaken
    ? `There is a version ${version} for ${platformNames[platform]} already.`
    : version === '' || isWellFormed
      ? fieldProblem(make.error, 'version')
      : 'A version such as 1.4.0.';
  return (
    <form
      noValidate
      className="grid grid-cols-1 gap-5 pt-1"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWellFormed && !isWorking) make.mutate();
      }}
    >
      <div className="grid grid-cols-1 items-start gap-5 sm:grid-cols-2">
        <TextField
          ref={field}
          label="Version"
          value={version}
          maxLength={60}
          autoComplete="off"
          spellCheck={false}
          inputMode="decimal"
          onChange={(event) => {
            if (make.isError) make.reset();
            setVersion(event.target.value.trim());
          }}
          problem={versionProblem}
        />
        <SelectField
          label="Platform"
          value={platform}
          onChange={(event) => {
            if (make.isError) make.reset();
            setPlatform(event.target.value as Platform);
          }}
        >
          {platforms.map((one) => (
            <option key={one} value={one}>
              {platformNames[one]}
            </option>
          ))}
        </SelectField>
      </div>
      <div className="grid grid-cols-1 gap-1.5">
        <label htmlFor={notesId} className="text-13 font-medium">
          What’s new <span className="font-normal text-muted">Can be written later</span>
        </label>
        <textarea
          id={notesId}
          value={releaseNotes}
          onChange={(event) => setReleaseNotes(event.target.value)}
          rows={4}
          maxLength={4000}
          dir="auto"
          className={areaClass}
        />
      </div>
      {make.isError && !versionProblem ? <Notice tone="bad">{sentenceOf(make.error)}</Notice> : null}
      <Button type="submit" isWorking={isWorking} disabled={!isWellFormed}>
        Begin this version
      </Button>
    </form>
  );
}
