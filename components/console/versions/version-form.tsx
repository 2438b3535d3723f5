'use client';

import { controlClass } from '@/components/ui/field';
import { languageName } from '@/components/ui/format';
import { Notice } from '@/components/ui/notice';
import { SaveBar } from '@/components/ui/save-bar';
import type { ConsoleVersionDetail, Problem } from '@/lib/publishing/schema';
import { ChipsField } from '../chips-field';
import { areaClass, Field, FormPart } from '../field';
import { languageOptions, languageTag } from '../languages';
import { ReleaseFields } from './release-fields';
import { useVersionForm, type VersionForm } from './use-version-form';
import { lockOf } from './version-fields';

type Props = {
  appId: string;
  version: ConsoleVersionDetail;
  /** Why I may not change it: the notes, and everything else. */
  refusals: { listing: string | null; release: string | null };
  onSaved: (next: ConsoleVersionDetail) => void;
};

const lengthOf = (text: string) => [...text].length;

/** What is said about a version: to shoppers, to reviewers, and how it comes out. */
export function VersionFormFields({ appId, version, refusals, onSaved }: Props) {
  const form = useVersionForm(appId, version, onSaved);
  const { draft, edit } = form;
  const words = lockOf('words', version.state);
  const notes = refusals.listing ?? words;
  const review = refusals.release ?? words;
  const binary = refusals.release ?? lockOf('binary', version.state);
  const release = refusals.release ?? lockOf('release', version.state);
  const at = (path: string): Problem[] => [
    ...version.problems.filter((problem) => problem.path === path),
    ...refusedAt(form, path),
  ];
  const isLocked = [notes, review, binary, release].every((reason) => reason !== null);
  return (
    <form
      noValidate
      aria-label={`Version ${version.version}`}
      className="grid grid-cols-1 gap-12"
      onSubmit={(event) => {
        event.preventDefault();
        form.save();
      }}
    >
      <FormPart id="news" title="For shoppers">
        <Locked reason={notes}>
          <Field
            path="releaseNotes"
            label="What’s new"
            counter={{ length: lengthOf(draft.releaseNotes), most: 4000 }}
            problems={draft.releaseNotes === '' ? at('releaseNotes') : refusedAt(form, 'releaseNotes')}
          >
            {(control) => (
              <textarea
                {...control}
                value={draft.releaseNotes}
                rows={6}
                maxLength={4000}
                dir="auto"
                onChange={(event) => edit({ releaseNotes: event.target.value })}
                className={areaClass}
              />
            )}
          </Field>
        </Locked>
        <Locked reason={binary}>
          <Field
            path="languages"
            label="Languages of the app"
            hint="Choose from the list, or type a language’s tag."
            problems={refusedAt(form, 'languages')}
          >
            {(control) => (
              <ChipsField
                control={control}
                values={draft.languages}
                onChange={(languages) => edit({ languages })}
                most={80}
                maxLength={40}
                placeholder={draft.languages.length === 0 ? 'English, or en' : 'Another one'}
                nameOf={languageName}
                parse={languageTag}
                suggestions={languageOptions}
              />
            )}
          </Field>
          <Field
            path="minimumOs"
            label="Needs at least"
            hint="The oldest system that it runs on."
            problems={refusedAt(form, 'minimumOs')}
          >
            {(control) => (
              <input
                {...control}
                value={draft.minimumOs ?? ''}
                maxLength={60}
                placeholder="Android 10"
                autoComplete="off"
                onChange={(event) => edit({ minimumOs: event.target.value || null })}
                className={`${controlClass} max-w-80`}
              />
            )}
          </Field>
          {version.platform === 'web' ? (
            <Field
              path="webUrl"
              label="Address of the web app"
              hint="Shoppers are taken there. A build can be uploaded in its place."
              problems={draft.webUrl === null ? at('webUrl') : refusedAt(form, 'webUrl')}
            >
              {(control) => (
                <input
                  {...control}
                  type="url"
                  value={draft.webUrl ?? ''}
                  placeholder="https://"
                  maxLength={2000}
                  autoComplete="off"
                  autoCapitalize="off"
                  spellCheck={false}
                  dir="ltr"
                  onChange={(event) => edit({ webUrl: event.target.value.trim() || null })}
                  className={controlClass}
                />
              )}
            </Field>
          ) : null}
        </Locked>
      </FormPart>
      <FormPart id="reviewers" title="For the reviewers" text="Moderators alone see this.">
        <Locked reason={review}>
          <Field
            path="reviewNotes"
            label="How to try it"
            counter={{ length: lengthOf(draft.reviewNotes), most: 4000 }}
            problems={refusedAt(form, 'reviewNotes')}
          >
            {(control) => (
              <textarea
                {...control}
                value={draft.reviewNotes}
                rows={4}
                maxLength={4000}
                dir="auto"
                onChange={(event) => edit({ reviewNotes: event.target.value })}
                className={areaClass}
              />
            )}
          </Field>
          <Field
            path="demoAccount"
            label="Demo account"
            hint="A name and a password made for this, where the app is behind a sign-in."
            problems={refusedAt(form, 'demoAccount')}
          >
            {(control) => (
              <textarea
                {...control}
                value={draft.demoAccount}
                rows={2}
                maxLength={500}
                autoComplete="off"
                spellCheck={false}
                onChange={(event) => edit({ demoAccount: event.target.value })}
                className={`${areaClass} min-h-18 font-mono text-13`}
              />
            )}
          </Field>
        </Locked>
      </FormPart>
      <FormPart
        id="release"
        title="How it comes out"
        text="Once it is approved. It can be changed until then, and after."
      >
        <Locked reason={release}>
          <ReleaseFields form={form} />
        </Locked>
      </FormPart>
      {isLocked ? null : <Foot form={form} />}
    </form>
  );
}

const refusedAt = (form: VersionForm, path: string): Problem[] => {
  const message = form.problem(path as Parameters<VersionForm['problem']>[0]);
  return message === null ? [] : [{ path, code: 'refused', message, severity: 'error' }];
};

function Locked({ reason, children }: { reason: string | null; children: React.ReactNode }) {
  return (
    <fieldset disabled={reason !== null} className="grid min-w-0 grid-cols-1 gap-5">
      {reason === null ? null : <p className="text-13 text-muted">{reason}</p>}
      {children}
    </fieldset>
  );
}

function Foot({ form }: { form: VersionForm }) {
  const { isDirty, isDateMissing, canSave, isSaving, isSaved, failure, undo } = form;
  return (
    <SaveBar
      isDirty={isDirty}
      isSaving={isSaving}
      isSaved={isSaved}
      canSave={canSave || isSaving}
      onUndo={undo}
      notice={failure ? <Notice tone="bad">{failure}</Notice> : null}
      text={isDateMissing ? 'Say when it comes out.' : undefined}
    />
  );
}
