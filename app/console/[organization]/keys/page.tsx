import { KeyRound } from 'lucide-react';
import type { Metadata } from 'next';
import { KeyPanel } from '@/components/console/key-panel';
import { refusalOf } from '@/components/console/may';
import { PageHead } from '@/components/ops/page-head';
import { EmptyState } from '@/components/ui/empty-state';
import { listKeys } from '@/lib/accounts/organizations/keys';
import { consoleContext, findOrganization, orMissing } from '../../guard';

export const metadata: Metadata = { title: 'API keys', robots: { index: false } };

export default async function KeysPage({ params }: { params: Promise<{ organization: string }> }) {
  const ctx = await consoleContext();
  const organization = await findOrganization((await params).organization);
  const refusal = refusalOf(organization.role, 'manage');
  return (
    <>
      <PageHead
        title="API keys"
        text="For programs that act for this organisation, such as a build server that hands in a new version."
      />
      {refusal === null ? (
        <KeyPanel
          key={organization.id}
          organization={organization}
          initial={await orMissing(listKeys(ctx, organization.id))}
          now={ctx.now.toISOString()}
        />
      ) : (
        <EmptyState icon={KeyRound} title="Keys are for admins and owners">
          {refusal} Ask one of them to give you that role, or to make the key for you.
        </EmptyState>
      )}
    </>
  );
}
