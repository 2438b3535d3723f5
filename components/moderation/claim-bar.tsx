import { Lock } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Standing } from './standing';
import type { Claim } from './use-claim';

/** Who is on a case, for how long, and the way to take it or to give it back. */
export function ClaimBar({ standing, claim, hint }: { standing: Standing; claim: Claim; hint: string }) {
  return (
    <div className="grid grid-cols-1 gap-2">
      {standing.kind === 'mine' ? (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-control bg-accent-soft px-3.5 py-2 text-accent-text">
          <p className="flex items-center gap-2 text-13 font-medium">
            <Lock className="size-4 shrink-0" aria-hidden="true" />
            Yours, {standing.left}. Renewed while it is open.
          </p>
          <Button tone="plain" className="h-9 px-3 text-13" isWorking={claim.isGivingBack} onClick={claim.giveBack}>
            Give back
          </Button>
        </div>
      ) : null}
      {standing.kind === 'theirs' ? (
        <Notice tone="warning">
          <bdi>{standing.name}</bdi> is on it, {standing.left}. You can read along.
        </Notice>
      ) : null}
      {standing.kind === 'conflict' ? <Notice tone="warning">{standing.why}</Notice> : null}
      {standing.kind === 'free' ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button isWorking={claim.isTaking} onClick={claim.take} aria-keyshortcuts="c">
            Claim <Key>C</Key>
          </Button>
          <p className="text-13 text-muted">Keeps the others off it for 30 minutes. {hint}</p>
        </div>
      ) : null}
      {claim.problem ? <Notice tone="bad">{claim.problem}</Notice> : null}
    </div>
  );
}

/** A key on a button, where there is a keyboard. */
export function Key({ children }: { children: string }) {
  return (
    <span
      aria-hidden="true"
      className="hidden min-w-5 rounded border border-current/40 px-1 text-center text-12 leading-4.5 opacity-80 pointer-fine:inline-block"
    >
      {children}
    </span>
  );
}
