import { languageOf } from '@/lib/catalog/rules';
import type { AppDetail } from '@/lib/catalog/schema';

/** The developer's line of news, which stands above the description. */
export function Promotion({ app }: { app: Pick<AppDetail, 'promotionalText' | 'language' | 'translated'> }) {
  if (!app.promotionalText) return null;
  return (
    <p
      dir="auto"
      lang={languageOf(app, 'promotionalText')}
      className="mb-4 max-w-[60ch] text-15 font-medium text-pretty wrap-anywhere md:text-17"
    >
      {app.promotionalText}
    </p>
  );
}
