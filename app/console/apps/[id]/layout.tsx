import type { ReactNode } from 'react';
import { AppNav } from '@/components/console/app-nav';
import { ConsoleFrame } from '@/components/console/frame';
import { findApp, findOrganization, myOrganizations } from '../../guard';

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export default async function AppLayout({ params, children }: Props) {
  const app = await findApp((await params).id);
  const organization = await findOrganization(app.organization.slug);
  return (
    <ConsoleFrame organization={organization} organizations={await myOrganizations()}>
      <AppNav app={app} />
      {children}
    </ConsoleFrame>
  );
}
