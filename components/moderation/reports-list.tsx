'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Flag } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { ShowMore } from '@/components/ui/show-more';
import { type Params, usePages } from '@/components/ui/use-pages';
import { fetchJson, type Page } from '@/lib/http/fetch-json';
import type { AppReport, ResolveReportBody } from '@/lib/moderation/schema';
import { ReportCard, type Resolving } from './report-card';
import { groupReports } from './report-groups';
import { SuspensionDialog } from './suspension-dialog';
import { type TakedownChoice, TakedownDialog } from './takedown-dialog';
import { refusalWords, reportsPath } from './words';

type Props = { initial: Page<AppReport>; params: Params; now: string; isAdmin: boolean };

/** What people say is wrong with apps, app by app; `now` is when the page was asked for. */
export function ReportsList({ initial, params, now, isAdmin }: Props) {
  const queryClient = useQueryClient();
  const pages = usePages<AppReport>({ path: reportsPath, params, initial: { page: initial, params }, keepMs: 0 });
  const [said, setSaid] = useState<string | null>(null);
  const [takedown, setTakedown] = useState<TakedownChoice | null>(null);
  const [organization, setOrganization] = useState<AppReport['organization'] | null>(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: [reportsPath] });
  const resolve = useMutation({
    mutationFn: async ({ report, resolution, all }: Resolving) => {
      const body: ResolveReportBody = { resolution, note: '', all };
      const path = `${reportsPath}/${report.id}/resolution`;
      return (await fetchJson<{ resolved: number }>(path, { method: 'POST', body })).body;
    },
    onSuccess: ({ resolved }, { report, resolution }) =>
      setSaid(
        `${report.app.name}: ${resolved === 1 ? 'one report' : `${resolved} reports`} closed, ${resolution === 'acted' ? 'acted upon' : 'nothing to do'}.`,
      ),
    onSettled: refresh,
  });
  const isOpen = params.state === 'open';
  const groups = groupReports(pages.items);
  const done = async (sentence: string) => {
    setSaid(sentence);
    await refresh();
  };

  return (
    <>
      <div aria-live="polite">
        {said ? (
          <Notice tone="good" className="mb-5">
            {said}
          </Notice>
        ) : null}
      </div>
      {groups.length === 0 && !pages.error ? (
        <EmptyState icon={Flag} title={isOpen ? 'Nobody complains' : 'No report was closed yet'}>
          {isOpen
            ? 'Reports come here from the page of an app: harm, scams, copies, things that do not work.'
            : 'Closed reports stand here, the latest first.'}
        </EmptyState>
      ) : (
        <ul aria-label="Reported apps" className="divide-y divide-line border-y border-line">
          {groups.map((group) => (
            <ReportCard
              key={group.app.id}
              group={group}
              now={now}
              isAdmin={isAdmin}
              working={resolve.isPending ? resolve.variables : null}
              problem={
                resolve.isError && resolve.variables.report.app.id === group.app.id ? refusalWords(resolve.error) : null
              }
              onResolve={(wanted) => !resolve.isPending && resolve.mutate(wanted)}
              onTakedown={setTakedown}
              onSuspend={setOrganization}
            />
          ))}
        </ul>
      )}
      <ShowMore pages={pages} href={`/moderation/reports${isOpen ? '' : '?state=resolved'}`} noun="reports" />
      <TakedownDialog asked={takedown} onClose={() => setTakedown(null)} onDone={done} />
      <SuspensionDialog organization={organization} onClose={() => setOrganization(null)} onDone={done} />
    </>
  );
}
