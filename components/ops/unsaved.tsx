'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Modal } from '@/components/ui/modal';

/** Forms of this page whose changes are not saved. */
const unsaved = new Set<string>();

/** Says that a form has changes that would be lost. */
export function useUnsaved(isDirty: boolean): void {
  const id = useId();
  useEffect(() => {
    if (!isDirty) return;
    unsaved.add(id);
    return () => {
      unsaved.delete(id);
    };
  }, [id, isDirty]);
}

function linkOf(event: MouseEvent): HTMLAnchorElement | null {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  const link = isPlain && event.target instanceof Element ? event.target.closest('a') : null;
  return link?.href && !link.target && !link.download ? link : null;
}

/** Asks before a link or a closed window loses what some form has not saved. */
export function LeaveGuard() {
  const router = useRouter();
  const [destination, setDestination] = useState<URL | null>(null);
  const stay = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = unsaved.size > 0 ? linkOf(event) : null;
      if (!link) return;
      const url = new URL(link.href);
      const isHere = url.origin === location.origin && url.pathname === location.pathname;
      if (isHere || !/^https?:$/.test(url.protocol)) return;
      event.preventDefault();
      event.stopPropagation();
      setDestination(url);
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      if (unsaved.size > 0) event.preventDefault();
    };
    document.addEventListener('click', onClick, true);
    addEventListener('beforeunload', onUnload);
    return () => {
      document.removeEventListener('click', onClick, true);
      removeEventListener('beforeunload', onUnload);
    };
  }, []);

  const leave = () => {
    if (!destination) return;
    unsaved.clear();
    setDestination(null);
    if (destination.origin === location.origin)
      router.push(destination.pathname + destination.search + destination.hash);
    else location.assign(destination);
  };

  return (
    <Modal
      isOpen={destination !== null}
      onClose={() => setDestination(null)}
      title="Leave without saving?"
      initialFocus={stay}
    >
      <p className="text-muted">What you changed on this page is not saved yet.</p>
      <div className="mt-6 flex flex-wrap gap-3">
        <Button ref={stay} onClick={() => setDestination(null)}>
          Stay here
        </Button>
        <Button tone="negative" onClick={leave}>
          Leave
        </Button>
      </div>
    </Modal>
  );
}
