'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { ShowMore } from '@/components/ui/show-more';
import { type Params, usePages } from '@/components/ui/use-pages';
import type { Page } from '@/lib/http/fetch-json';
import type { RefundCase } from '@/lib/purchases/schema';
import { RefundDecision } from './refund-decision';
import { RefundRow } from './refund-row';
import { RefundStart } from './refund-start';
import { refundsPath } from './refund-words';

type Props = { initial: Page<RefundCase>; params: Params; decided: Page<RefundCase>; now: string };

type Asked = { item: RefundCase; verb: 'approve' | 'refuse' };

/** Requests that wait for an admin, and what was decided lately; `now` is when the page was asked for. */
export function RefundQueue({ initial, params, decided, now }: Props) {
  const queryClient = useQueryClient();
  const waiting = usePages<RefundCase>({
    path: refundsPath,
    params,
    initial: { page: initial, params },
    keepMs: 0,
  });
  const decidedParams = { status: 'decided' };
  const done = usePages<RefundCase>({
    path: refundsPath,
    params: decidedParams,
    initial: { page: decided, params: decidedParams },
    keepMs: 0,
  });
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const onDecided = async (sentence: string) => {
    setAsked(null);
    setSaid(sentence);
    await queryClient.invalidateQueries({ queryKey: [refundsPath] });
  };

  return (
    <>
      <div aria-live="polite">
        {said ? (
          <Notice tone="good" className="mb-6">
            {said}
          </Notice>
        ) : null}
      </div>
      <section aria-labelledby="waiting">
        <h2 id="waiting" className="mb-4 text-20 font-semibold">
          Waiting for a decision
        </h2>
        {waiting.items.length === 0 ? (
          <EmptyState icon={Undo2} title="Nobody waits">
            Requests come here that no rule can decide: late ones, those of apps that were downloaded, and the fourth of
            one person within 90 days.
          </EmptyState>
        ) : (
          <>
            <ul aria-label="Waiting refunds" className="divide-y divide-line border-y border-line">
              {waiting.items.map((item) => (
                <RefundRow key={item.id} item={item} now={now}>
                  <Button aria-label={`Approve: ${nameOf(item)}`} onClick={() => setAsked({ item, verb: 'approve' })}>
                    Approve
                  </Button>
                  <Button
                    tone="soft"
                    aria-label={`Refuse: ${nameOf(item)}`}
                    onClick={() => setAsked({ item, verb: 'refuse' })}
                  >
                    Refuse
                  </Button>
                </RefundRow>
              ))}
            </ul>
            <ShowMore pages={waiting} href="/ops/refunds" noun="requests" />
          </>
        )}
      </section>
      <section aria-labelledby="decided" className="mt-14">
        <h2 id="decided" className="mb-4 text-20 font-semibold">
          Decided
        </h2>
        {done.items.length === 0 ? (
          <p className="text-muted">No refund was decided yet, by the rules or by an admin.</p>
        ) : (
          <>
            <ul aria-label="Decided refunds" className="divide-y divide-line border-y border-line">
              {done.items.map((item) => (
                <RefundRow key={item.id} item={item} now={now} />
              ))}
            </ul>
            <ShowMore pages={done} href="/ops/refunds" noun="refunds" />
          </>
        )}
      </section>
      <RefundStart onDone={onDecided} />
      <RefundDecision asked={asked} onClose={() => setAsked(null)} onDecided={onDecided} />
    </>
  );
}

const nameOf = ({ app, person }: RefundCase) => `${app.name}, ${person.name}`;
