import { Chip } from '@/components/ops/chip';
import { Moment } from '@/components/ops/moment';
import { AppIcon } from '@/components/store/app-icon';
import { Button } from '@/components/ui/button';
import { counted } from '@/components/ui/format';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import type { AppReport, ResolveReportBody } from '@/lib/moderation/schema';
import type { ReportGroup } from './report-groups';
import type { TakedownChoice } from './takedown-dialog';
import { reasonNames } from './words';

export type Resolving = { report: AppReport; resolution: ResolveReportBody['resolution']; all: boolean };

type Props = {
  group: ReportGroup;
  now: string;
  isAdmin: boolean;
  working: Resolving | null;
  problem: string | null;
  onResolve: (wanted: Resolving) => void;
  onTakedown: (choice: TakedownChoice) => void;
  onSuspend: (organization: AppReport['organization']) => void;
};

const verbs = [
  { resolution: 'acted', label: 'Acted', all: 'Acted on all' },
  { resolution: 'dismissed', label: 'Dismiss', all: 'Dismiss all' },
] as const;

/** One app, what is said about it, and what to do about that. */
export function ReportCard({ group, now, isAdmin, working, problem, onResolve, onTakedown, onSuspend }: Props) {
  const { app, organization, reports } = group;
  const [first] = reports;
  const open = reports.filter(({ resolution }) => resolution === null);
  const openCount = first?.openCount ?? open.length;
  const isRemoved = app.status === 'removed';
  return (
    <li className="py-6">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <AppIcon app={app} size={48} />
        <div className="min-w-0 flex-1 basis-48">
          <h2 className="flex flex-wrap items-baseline gap-x-3 gap-y-1 font-medium">
            {isRemoved || app.status === 'draft' ? (
              <bdi className="wrap-anywhere">{app.name}</bdi>
            ) : (
              <Link href={`/apps/${app.slug}`} dir="auto" className="wrap-anywhere underline-offset-4 hover:underline">
                {app.name}
              </Link>
            )}
            {isRemoved ? <Chip tone="bad">Taken down</Chip> : null}
            {openCount > 0 ? <Chip tone="warning">{counted(openCount, 'open report')}</Chip> : null}
          </h2>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-13 text-muted">
            <span>
              <bdi>{organization.name}</bdi>
              {organization.verifiedDomain ? `, ${organization.verifiedDomain}` : ''}
            </span>
            {organization.isSuspended ? <Chip tone="bad">Suspended</Chip> : null}
          </p>
        </div>
        {isAdmin ? (
          <div className="flex flex-wrap gap-2">
            <Button
              tone={isRemoved ? 'soft' : 'negative'}
              aria-label={`${isRemoved ? 'Restore' : 'Take down'} ${app.name}`}
              onClick={() => onTakedown({ app, verb: isRemoved ? 'restore' : 'take_down' })}
            >
              {isRemoved ? 'Restore…' : 'Take down…'}
            </Button>
            <Button
              tone="soft"
              aria-label={
                organization.isSuspended
                  ? `Lift the suspension of ${organization.name}`
                  : `Suspend ${organization.name}`
              }
              onClick={() => onSuspend(organization)}
            >
              {organization.isSuspended ? 'Lift suspension…' : 'Suspend…'}
            </Button>
          </div>
        ) : null}
      </div>
      {problem ? (
        <Notice tone="bad" className="mt-3">
          {problem}
        </Notice>
      ) : null}
      <ul aria-label={`Reports about ${app.name}`} className="mt-3 grid gap-2">
        {reports.map((report) => (
          <li key={report.id} className="rounded-control bg-sunken px-3.5 py-3">
            <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
              <div className="min-w-0 flex-1 basis-64">
                <p className="flex flex-wrap items-baseline gap-x-3 text-13">
                  <span className="font-medium">{reasonNames[report.reason]}</span>
                  <span className="text-muted">
                    {report.by ? <bdi>{report.by.name}</bdi> : 'Somebody who has left'},{' '}
                    <Moment iso={report.createdAt} now={Date.parse(now)} />
                  </span>
                </p>
                {report.note ? (
                  <p dir="auto" className="mt-1 text-13 whitespace-pre-line wrap-anywhere">
                    {report.note}
                  </p>
                ) : null}
              </div>
              {report.resolution === null ? (
                <div className="flex gap-1">
                  {verbs.map(({ resolution, label }) => (
                    <Button
                      key={resolution}
                      tone="plain"
                      className="h-11 px-3 text-13"
                      aria-label={`${label}: ${reasonNames[report.reason]}, ${app.name}`}
                      isWorking={
                        working !== null &&
                        !working.all &&
                        working.report.id === report.id &&
                        working.resolution === resolution
                      }
                      onClick={() => onResolve({ report, resolution, all: false })}
                    >
                      {label}
                    </Button>
                  ))}
                </div>
              ) : (
                <Chip tone={report.resolution === 'acted' ? 'good' : 'plain'}>
                  {report.resolution === 'acted' ? 'Acted upon' : 'Dismissed'}
                </Chip>
              )}
            </div>
          </li>
        ))}
      </ul>
      {open.length > 0 && openCount > 1 && first ? (
        <div className="mt-3 flex flex-wrap gap-2">
          {verbs.map(({ resolution, all }) => (
            <Button
              key={resolution}
              tone="outline"
              aria-label={`${all} ${openCount}: ${app.name}`}
              isWorking={working?.all === true && working.report.app.id === app.id && working.resolution === resolution}
              onClick={() => onResolve({ report: open[0] ?? first, resolution, all: true })}
            >
              {all} {openCount}
            </Button>
          ))}
        </div>
      ) : null}
    </li>
  );
}
