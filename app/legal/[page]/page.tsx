import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SafeMarkdown } from '@/components/ui/markdown';
import { openPageContext } from '@/lib/auth/page';
import { describe } from '@/lib/catalog/discovery/plain-text';
import { getSettings } from '@/lib/settings';
import { hasLegalPage, legalNames, legalTitles } from '../../legal-pages';
import { pageMetadata } from '../../metadata';

type Props = { params: Promise<{ page: string }> };

async function read({ params }: Props): Promise<{ title: string; text: string; path: string } | null> {
  const { page } = await params;
  const name = legalNames.find((known) => known === page);
  if (!name) return null;
  const settings = await getSettings(await openPageContext());
  if (!hasLegalPage(settings, name)) return null;
  return { title: legalTitles[name], text: settings.legal[name], path: `/legal/${name}` };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await read(props);
  return found ? pageMetadata({ title: found.title, description: describe(found.text), path: found.path }) : {};
}

export default async function LegalPage(props: Props) {
  const found = await read(props);
  if (!found) notFound();
  return (
    <article className="page-width pt-8 md:pt-12">
      <h1 className="serif text-34 md:text-46">{found.title}</h1>
      <div className="mt-8 max-w-[68ch] text-17">
        <SafeMarkdown text={found.text} headings="h2" />
      </div>
    </article>
  );
}
