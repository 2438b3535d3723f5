import type { Metadata } from 'next';
import { LegalForm } from '@/components/ops/legal-form';
import { PageHead } from '@/components/ops/page-head';
import { pageContext, requirePageRole } from '@/lib/auth/page';
import type { Settings } from '@/lib/settings';
import { viewSettings } from '@/lib/update-settings';
import { legalNames, legalTitles } from '../../legal-pages';

export const metadata: Metadata = { title: 'Legal pages', robots: { index: false } };

const texts: Record<keyof Settings['legal'], string> = {
  terms: 'What people agree to when they make an account; the sign-up page links to it.',
  privacy: 'What this store keeps about people, why, and for how long; the sign-up page links to it.',
  imprint: 'Who runs this store and how to reach them, where the law asks for it.',
};

export default async function LegalPagesPage() {
  const ctx = await pageContext();
  requirePageRole(ctx, 'admin', '/ops/legal');
  const { values } = await viewSettings(ctx);
  return (
    <>
      <PageHead
        title="Legal pages"
        text="A page exists as soon as it has a text, and the footer links to it. Everybody can read it, also where the store is for members only."
      />
      {legalNames.map((name) => (
        <LegalForm key={name} settings={values} name={name} title={legalTitles[name]} text={texts[name]} />
      ))}
    </>
  );
}
