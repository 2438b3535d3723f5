import type { LegalPage } from '@/components/layout/legal-links';
import type { Settings } from '@/lib/settings';

export const legalTitles: Record<keyof Settings['legal'], string> = {
  terms: 'Terms of use',
  privacy: 'Privacy',
  imprint: 'Imprint',
};

export const legalNames = Object.keys(legalTitles) as (keyof Settings['legal'])[];

export const hasLegalPage = ({ legal }: Settings, name: keyof Settings['legal']) => legal[name].trim() !== '';

/** The legal pages that have a text. */
export const legalPagesOf = (settings: Settings): LegalPage[] =>
  legalNames
    .filter((name) => hasLegalPage(settings, name))
    .map((name) => ({ href: `/legal/${name}`, label: legalTitles[name] }));
