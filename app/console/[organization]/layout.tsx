import type { ReactNode } from 'react';
import { ConsoleFrame } from '@/components/console/frame';
import { findOrganization, myOrganizations } from '../guard';

type Props = { params: Promise<{ organization: string }>; children: ReactNode };

export default async function OrganizationLayout({ params, children }: Props) {
  const organization = await findOrganization((await params).organization);
  return (
    <ConsoleFrame organization={organization} organizations={await myOrganizations()}>
      {children}
    </ConsoleFrame>
  );
}
