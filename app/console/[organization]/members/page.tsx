import type { Metadata } from 'next';
import { MemberPanel } from '@/components/console/member-panel';
import { PageHead } from '@/components/ops/page-head';
import { listMembers } from '@/lib/accounts/organizations/queries';
import { isMailDelivered } from '@/lib/mail/delivery';
import { consoleContext, findOrganization, orMissing } from '../../guard';

export const metadata: Metadata = { title: 'Members', robots: { index: false } };

export default async function MembersPage({ params }: { params: Promise<{ organization: string }> }) {
  const ctx = await consoleContext();
  const organization = await findOrganization((await params).organization);
  const members = await orMissing(listMembers(ctx, organization.id));
  return (
    <>
      <PageHead title="Members" text="Who works on the apps of this organisation, and what each of them may do." />
      <MemberPanel
        key={organization.id}
        organization={organization}
        initial={members}
        isMailed={isMailDelivered()}
        now={ctx.now.toISOString()}
      />
    </>
  );
}
