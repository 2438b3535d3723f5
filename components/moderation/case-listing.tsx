import type { ReactNode } from 'react';
import { AppIcon } from '@/components/store/app-icon';
import { AccessibilityList, PrivacyLabel } from '@/components/store/information';
import { Expandable } from '@/components/ui/expandable';
import { fromSnake, languageName } from '@/components/ui/format';
import { SafeMarkdown } from '@/components/ui/markdown';
import { ageQuestions } from '@/lib/publishing/age';
import type { SubmissionCase } from '@/lib/moderation/schema';
import { Pictures } from './pictures';

/** The listing that was handed in, in the order of an app's page. */
export function CaseListing({ item: { app, snapshot, ageRating } }: { item: SubmissionCase }) {
  const { listing, version } = snapshot;
  const answers = ageQuestions.filter(({ id }) => (listing.age[id] ?? 'none') !== 'none');
  return (
    <div className="grid grid-cols-1 gap-6 rounded-card border border-line p-4 sm:p-5">
      <div className="flex items-center gap-4">
        <AppIcon
          app={{ ...app, name: listing.name, iconUrl: listing.iconId ? `/media/${listing.iconId}/256.webp` : null }}
          size={96}
        />
        <div className="min-w-0">
          <p dir="auto" className="serif text-20 wrap-anywhere">
            {listing.name}
          </p>
          <p dir="auto" className="text-muted wrap-anywhere">
            {listing.subtitle || 'No subtitle'}
          </p>
          <p className="mt-1 text-13 text-muted">
            {fromSnake(listing.category)}
            {listing.subcategory ? `, ${fromSnake(listing.subcategory)}` : ''}, {ageRating}+
          </p>
        </div>
      </div>
      <Pictures kind="screenshot" pictures={listing.screenshots} />
      {listing.promotionalText ? (
        <p dir="auto" className="font-medium wrap-anywhere">
          {listing.promotionalText}
        </p>
      ) : null}
      <Expandable noun="description">
        <div dir="auto" className="wrap-anywhere">
          {listing.description ? (
            <SafeMarkdown text={listing.description} />
          ) : (
            <p className="text-muted">No description</p>
          )}
        </div>
      </Expandable>
      <Facts title="What is new">
        <p dir="auto" className="whitespace-pre-line wrap-anywhere">
          {version.releaseNotes || 'No release notes'}
        </p>
      </Facts>
      <Facts title="Privacy">
        <PrivacyLabel label={listing.privacyLabel} />
      </Facts>
      <Facts title="Accessibility">
        <AccessibilityList flags={listing.accessibility} />
      </Facts>
      <Facts title={`Age: ${ageRating}+`}>
        {answers.length === 0 ? (
          <p className="text-muted">The developer says that there is none of what the questionnaire asks about.</p>
        ) : (
          <ul className="list-disc ps-5">
            {answers.map(({ id, text }) => (
              <li key={id}>
                {text}: {listing.age[id]}
              </li>
            ))}
          </ul>
        )}
      </Facts>
      <Facts title="Keywords and addresses">
        <p dir="auto" className="wrap-anywhere">
          {listing.keywords.join(', ') || 'No keywords'}
        </p>
        <Address label="Support" href={listing.supportUrl} />
        <Address label="Privacy policy" href={listing.privacyUrl} />
        <Address label="Web app" href={version.webUrl} />
      </Facts>
      {Object.entries(listing.translations).map(([locale, text]) => (
        <details key={locale}>
          <summary className="flex min-h-11 items-center font-medium underline underline-offset-2">
            In {languageName(locale)}
          </summary>
          <div dir="auto" lang={locale} className="grid gap-2 wrap-anywhere">
            <p className="text-muted">{text.subtitle}</p>
            <p className="font-medium">{text.promotionalText}</p>
            {text.description ? <SafeMarkdown text={text.description} /> : null}
          </div>
        </details>
      ))}
    </div>
  );
}

function Facts({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="min-w-0 border-t border-line pt-4 text-13">
      <h4 className="mb-1.5 text-15 font-semibold">{title}</h4>
      {children}
    </section>
  );
}

/** As it stands there: what it leads to may be told by its looks. */
function Address({ label, href }: { label: string; href: string | null }) {
  return href ? (
    <p className="mt-1 wrap-anywhere">
      {label}:{' '}
      <a
        href={href}
        target="_blank"
        rel="nofollow ugc noopener noreferrer"
        className="text-accent-text underline underline-offset-2"
      >
        {href}
      </a>
    </p>
  ) : null;
}
