import { Link } from '@/components/ui/link';
import { ownLanguage } from '@/lib/catalog/rules';
import type { AppDetail } from '@/lib/catalog/schema';

type Props = {
  app: Pick<AppDetail, 'slug' | 'languages' | 'language'>;
  /** Of the address, where it names one. */
  country: string | undefined;
};

/** The same listing in its other languages, each called by its own name; nothing where it has one alone. */
export function OtherLanguages({ app, country }: Props) {
  if (app.languages.length === 0) return null;
  const own = ownLanguage(app.languages);
  const others = [...app.languages, own].filter((tag) => tag !== (app.language ?? own));
  const hrefOf = (lang: string) =>
    `/apps/${app.slug}?${new URLSearchParams({ lang, ...(country === undefined ? {} : { country }) })}`;
  return (
    <p className="mt-4 text-13 text-muted print:hidden">
      Also in:{' '}
      {others.map((tag, index) => (
        <span key={tag}>
          {index > 0 ? ', ' : ''}
          <Link
            href={hrefOf(tag)}
            {...(tag === 'und' ? {} : { lang: tag, hrefLang: tag })}
            rel="alternate"
            className="rounded-control py-1.5 font-medium text-accent-text hover:underline pointer-coarse:py-3"
          >
            <bdi>{nameOf(tag)}</bdi>
          </Link>
        </span>
      ))}
    </p>
  );
}

/** "Deutsch" for de, with a large letter as it stands in a list. */
function nameOf(tag: string): string {
  if (tag === 'und') return 'Original';
  try {
    const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  } catch {
    return tag;
  }
}
