import type { AppReport } from '@/lib/moderation/schema';

export type ReportGroup = { app: AppReport['app']; organization: AppReport['organization']; reports: AppReport[] };

/** Reports by the app that they are about, in the order in which each app was first named. */
export function groupReports(reports: readonly AppReport[]): ReportGroup[] {
  const groups = new Map<string, ReportGroup>();
  for (const report of reports) {
    const group = groups.get(report.app.id);
    if (group) group.reports.push(report);
    else groups.set(report.app.id, { app: report.app, organization: report.organization, reports: [report] });
  }
  return [...groups.values()];
}
