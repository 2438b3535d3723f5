'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Scale } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { ShowMore } from '@/components/ui/show-more';
import { type Params, usePages } from '@/components/ui/use-pages';
import type { Page } from '@/lib/http/fetch-json';
import type { Appeal } from '@/lib/moderation/schema';
import { AppealCard } from './appeal-card';
import { type AppealChoice, AppealDialog } from './appeal-dialog';
import { appealsPath } from './words';

type Props = { initial: Page<Appeal>; params: Params; now: string; me: { id: string; isAdmin: boolean } };

/** Rejections that somebody asks to have looked at again; `now` is when the page was asked for. */
export function AppealsList({ initial, params, now, me }: Props) {
  const queryClient = useQueryClient();
  const pages = usePages<Appeal>({ path: appealsPath, params, initial: { page: initial, params }, keepMs: 0 });
  const [asked, setAsked] = useState<AppealChoice | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const isOpen = params.state === 'open';
  return (
    <>
      <div aria-live="polite">
        {said ? (
          <Notice tone="good" className="mb-5">
            {said}
          </Notice>
        ) : null}
      </div>
      {pages.items.length === 0 && !pages.error ? (
        <EmptyState icon={Scale} title={isOpen ? 'Nobody appeals' : 'No appeal was decided yet'}>
          {isOpen
            ? 'A developer may appeal once about a rejected version, and an author about a rejected review, within 180 days.'
            : 'Upheld and overturned rejections stand here, the latest first.'}
        </EmptyState>
      ) : (
        <ul aria-label="Appeals" className="divide-y divide-line border-y border-line">
          {pages.items.map((appeal) => (
            <AppealCard
              key={appeal.id}
              appeal={appeal}
              now={now}
              me={me}
              onAsk={(verb) => setAsked({ appeal, verb })}
            />
          ))}
        </ul>
      )}
      <ShowMore pages={pages} href={`/moderation/appeals${isOpen ? '' : '?state=decided'}`} noun="appeals" />
      <AppealDialog
        asked={asked}
        onClose={() => setAsked(null)}
        onDecided={async (sentence) => {
          setAsked(null);
          setSaid(sentence);
          await queryClient.invalidateQueries({ queryKey: [appealsPath] });
        }}
      />
    </>
  );
}
