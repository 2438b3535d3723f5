import type { Metadata } from 'next';
import { Link } from '@/components/ui/link';
import { pageContext } from '@/lib/auth/page';
import { guidelines } from '@/lib/moderation/rules';
import { appealDays, reviewTargetHours } from '@/lib/publishing/rules';
import { getSettings } from '@/lib/settings';
import { pageMetadata } from '../../metadata';

const chapters: Record<string, string> = {
  1: 'Safety',
  2: 'Quality',
  3: 'Honesty',
  4: 'Code',
  5: 'Privacy',
  6: 'Law',
  7: 'Fair play',
};

export const generateMetadata = (): Promise<Metadata> =>
  pageMetadata({
    title: 'Guidelines',
    description: 'The rules that every app in this store is reviewed by.',
    path: '/guidelines',
  });

export default async function GuidelinesPage() {
  const { storeName } = await getSettings(await pageContext());
  const numbers = [...new Set(guidelines.map(({ id }) => id.split('.')[0] ?? ''))];
  return (
    <div className="page-width max-w-[48rem] pt-8 md:pt-12">
      <h1 className="serif text-34 md:text-46">Guidelines</h1>
      <p className="mt-3 max-w-[60ch] text-17 text-muted">
        Every version of every app in {storeName} is reviewed by people, by these rules. A rejection names the rules it
        is about and the evidence for them.
      </p>
      {numbers.map((number) => (
        <section key={number} aria-labelledby={`chapter-${number}`} className="mt-10">
          <h2 id={`chapter-${number}`} className="serif scroll-mt-24 text-26">
            <span className="me-2 text-muted numerals">{number}</span>
            {chapters[number]}
          </h2>
          <dl className="mt-3 divide-y divide-line border-y border-line">
            {guidelines
              .filter(({ id }) => id.startsWith(`${number}.`))
              .map(({ id, title, text }) => (
                <div
                  key={id}
                  id={id}
                  className="group grid scroll-mt-24 grid-cols-[3rem_minmax(0,1fr)] gap-x-2 py-4 target:bg-accent-soft"
                >
                  <dt className="contents">
                    <Link
                      href={`#${id}`}
                      className="px-1 font-medium text-muted underline-offset-2 numerals hover:underline"
                      aria-label={`Link to guideline ${id}`}
                    >
                      {id}
                    </Link>
                    <span className="font-semibold">{title}</span>
                  </dt>
                  <dd className="col-start-2">{text}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <section aria-labelledby="what-happens" className="mt-12">
        <h2 id="what-happens" className="serif text-26">
          What happens
        </h2>
        <ul className="mt-3 grid list-disc gap-2 ps-5 marker:text-muted">
          <li>We aim to decide within {reviewTargetHours} hours, in the order in which versions are handed in.</li>
          <li>
            Where text or pictures alone are the matter, no new build is needed and the place in the queue is kept.
          </li>
          <li>A rejection can be appealed once, within {appealDays} days. Somebody else than who rejected decides.</li>
          <li>An app that breaks a rule after its review is taken down, and everybody who owns it is told why.</li>
        </ul>
      </section>
    </div>
  );
}
