import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import type { Dependency } from '@/lib/health-schema';
import { once } from '@/lib/once';

const all = once(() => new Intl.ListFormat('en'));

/** What is wrong with the store, and where to look; nothing where all is well. */
export function Troubles({ dependencies, hasDeadLetters }: { dependencies: Dependency[]; hasDeadLetters: boolean }) {
  const ill = dependencies.filter(({ state }) => state !== 'ok').map(({ name }) => name);
  if (ill.length === 0 && !hasDeadLetters) return null;
  return (
    <Notice tone="warning" className="mb-8 max-w-[44rem]">
      {ill.length > 0 ? (
        <p>
          Something is wrong with {all().format(ill)}: see <PageLink href="/ops/system">System</PageLink>.
        </p>
      ) : null}
      {hasDeadLetters ? (
        <p>
          Some messages could not be handled: see <PageLink href="/ops/queues#dead-letters">Queues</PageLink>.
        </p>
      ) : null}
    </Notice>
  );
}

const PageLink = ({ href, children }: { href: string; children: string }) => (
  <Link href={href} className="font-semibold underline underline-offset-2">
    {children}
  </Link>
);
