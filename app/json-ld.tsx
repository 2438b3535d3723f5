import { headers } from 'next/headers';
import { scriptJson, type Thing } from '@/lib/catalog/discovery/structured-data';
import { env } from '@/lib/env';
import type { Settings } from '@/lib/settings';

/** Where addresses in structured data begin, and whose they are. */
export const siteOf = ({ storeName }: Pick<Settings, 'storeName'>) => ({ origin: env().PUBLIC_URL, storeName });

/** Structured data for search engines; data, which no browser runs. */
export async function JsonLd({ data }: { data: Thing[] }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return data.map((thing) => (
    <script
      key={thing['@type']}
      type="application/ld+json"
      nonce={nonce}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: scriptJson escapes what could end the element
      dangerouslySetInnerHTML={{ __html: scriptJson(thing) }}
    />
  ));
}
