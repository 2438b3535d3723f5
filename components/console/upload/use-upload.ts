'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useUnsaved } from '@/components/ops/unsaved';
import { fetchJson, ProblemError, sentenceOf } from '@/lib/http/fetch-json';
import { uploadsAt } from './transport';
import { uploadBuild, type UploadView } from './upload-build';

const isWorking = (view: UploadView | null) =>
  view !== null && ['hashing', 'sending', 'waiting', 'checking'].includes(view.phase);

/** The upload of one build: chosen, paused, resumed, given up. `path` ends in `/uploads`; `onChange` hears when it is over. */
export function useUpload(path: string, onChange: () => void) {
  const [view, setView] = useState<UploadView | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const file = useRef<{ file: File; sha256: string | null } | null>(null);
  const running = useRef<AbortController | null>(null);
  const changed = useRef(onChange);
  useEffect(() => {
    changed.current = onChange;
  });

  const run = useCallback(async () => {
    const chosen = file.current;
    if (!chosen || running.current) return;
    const abort = new AbortController();
    running.current = abort;
    setFailure(null);
    try {
      const build = await uploadBuild({
        file: chosen.file,
        sha256: chosen.sha256,
        onHash: (sha256) => {
          chosen.sha256 = sha256;
        },
        onView: setView,
        transport: uploadsAt(path),
        signal: abort.signal,
      });
      if (build) changed.current();
    } catch {
      // Paused or given up: whoever did it has said so.
    } finally {
      if (running.current === abort) running.current = null;
    }
  }, [path]);

  const stop = useCallback(() => {
    running.current?.abort(new DOMException('Stopped', 'AbortError'));
    running.current = null;
  }, []);
  useEffect(() => stop, [stop]);
  // While it is sent, leaving the page cuts it off; what has arrived stays.
  useUnsaved(view?.phase === 'hashing' || view?.phase === 'sending' || view?.phase === 'waiting');

  /** Takes an upload back from the store, so that another file can be sent. */
  const giveUp = async (uploadId: string | undefined): Promise<void> => {
    stop();
    try {
      if (uploadId) await fetchJson(`${path}/${uploadId}`, { method: 'DELETE' });
    } catch (error) {
      const isGone = error instanceof ProblemError && ['upload_closed', 'not_found'].includes(error.problem.code);
      if (!isGone) {
        setFailure(sentenceOf(error));
        setView((now) => (now ? { ...now, phase: 'paused', bytesPerSecond: null } : null));
        return;
      }
    }
    file.current = null;
    setView(null);
    changed.current();
  };

  return {
    view,
    failure,
    isWorking: isWorking(view),
    choose: (chosen: File) => {
      stop();
      file.current = { file: chosen, sha256: null };
      void run();
    },
    pause: () => {
      stop();
      setView((now) => (now ? { ...now, phase: 'paused', bytesPerSecond: null, problem: null } : null));
    },
    resume: () => void run(),
    giveUp,
  };
}

export type Upload = ReturnType<typeof useUpload>;
