import { ArrowRight, Check } from 'lucide-react';
import type { Metadata } from 'next';
import { Link } from '@/components/ui/link';
import { PageHead } from '@/components/ops/page-head';
import { Troubles } from '@/components/ops/troubles';
import { pageContext, requirePageRole } from '@/lib/auth/page';
import { env } from '@/lib/env';
import { listDeadLetters } from '@/lib/events/dead-letters';
import { deadLettersQuery } from '@/lib/events/schema';
import { readHealth } from '@/lib/health';
import { readIndexHealth } from '@/lib/search/index-health';
import type { Settings } from '@/lib/settings';
import { defaultSettings } from '@/lib/settings-schema';
import { viewSettings } from '@/lib/update-settings';
import { hasLegalPage, legalNames } from '../legal-pages';

export const metadata: Metadata = { title: 'Running the store', robots: { index: false } };

type Step = { href: string; title: string; done: string; open: string; isDone: boolean };

function stepsOf(settings: Settings, isMailed: boolean): Step[] {
  const missing = legalNames.filter((name) => !hasLegalPage(settings, name)).length;
  return [
    {
      href: '/ops/settings#identity',
      title: 'A name of its own',
      done: `People see “${settings.storeName}” everywhere.`,
      open: 'The store still calls itself Pomona.',
      isDone: settings.storeName !== defaultSettings.storeName,
    },
    {
      href: '/ops/settings#logo',
      title: 'A logo',
      done: 'In the header, in tabs and on home screens.',
      open: 'Pomona’s mark stands in its place.',
      isDone: settings.logoId !== null,
    },
    {
      href: '/ops/settings#identity',
      title: 'Somebody to write to',
      done: `The footer gives ${settings.supportEmail}.`,
      open: 'Nothing tells people how to reach you.',
      isDone: settings.supportEmail !== '',
    },
    {
      href: '/ops/legal',
      title: 'Legal pages',
      done: 'Terms, privacy and imprint are there.',
      open:
        missing === legalNames.length ? 'None has a text yet.' : `${missing} of ${legalNames.length} have no text yet.`,
      isDone: missing === 0,
    },
    {
      href: '/ops/mail',
      title: 'A mail server',
      done: 'Letters leave the store by themselves.',
      open: 'Letters are kept here; pass their links on yourself, or set SMTP_URL.',
      isDone: isMailed,
    },
  ];
}

const accessWords = { public: 'Everybody can look around', members: 'Members only' };
const signUpWords = { open: 'anyone can join', invitation: 'new people by invitation', closed: 'nobody new' };

export default async function OpsPage() {
  const ctx = await pageContext();
  requirePageRole(ctx, 'admin', '/ops');
  const [{ values }, { dependencies }, dead] = await Promise.all([
    viewSettings(ctx),
    readHealth(ctx, [readIndexHealth]),
    listDeadLetters(ctx, deadLettersQuery.parse({ limit: 1 })),
  ]);
  const steps = stepsOf(values, env().SMTP_URL !== undefined);
  const left = steps.filter(({ isDone }) => !isDone).length;
  return (
    <>
      <PageHead
        title="Running the store"
        text={`${accessWords[values.access]}, ${signUpWords[values.signUp]}. ${
          left === 0 ? 'Everything is set up.' : 'What makes it yours:'
        }`}
      />
      <Troubles dependencies={dependencies} hasDeadLetters={dead.items.length > 0} />
      <ul className="max-w-[44rem] divide-y divide-line border-y border-line">
        {steps.map(({ href, title, done, open, isDone }) => (
          <li key={title} className="relative flex items-center gap-4 py-4">
            <span
              className={`grid size-8 shrink-0 place-items-center rounded-pill ${isDone ? 'bg-accent-soft text-accent-text' : 'border border-dashed border-line-strong'}`}
            >
              {isDone ? <Check className="size-4.5" aria-hidden="true" /> : null}
              <span className="sr-only">{isDone ? 'Done:' : 'To do:'}</span>
            </span>
            <div className="min-w-0 flex-1">
              <Link href={href} className="covering font-medium">
                {title}
              </Link>
              <p className="text-13 text-muted">{isDone ? done : open}</p>
            </div>
            <ArrowRight className="size-4.5 shrink-0 text-muted rtl:-scale-x-100" aria-hidden="true" />
          </li>
        ))}
      </ul>
    </>
  );
}
