import type { Metadata } from 'next';
import { ApiReference } from '@/components/docs/api-reference';
import type { ApiDocument } from '@/components/docs/document';
import { pageContext } from '@/lib/auth/page';
import { env } from '@/lib/env';
import { openApiDocument } from '@/lib/http/openapi';
import { getSettings } from '@/lib/settings';
import { pageMetadata } from '../../metadata';
import { Shell } from '../../shell';

export const generateMetadata = (): Promise<Metadata> =>
  pageMetadata({
    title: 'API',
    description: 'Everything a page of this store can do, a program can do.',
    path: '/docs/api',
  });

export default async function ApiPage() {
  const { storeName } = await getSettings(await pageContext());
  const document = openApiDocument(storeName, env().PUBLIC_URL) as unknown as ApiDocument;
  return (
    <Shell>
      <ApiReference document={document} />
    </Shell>
  );
}
