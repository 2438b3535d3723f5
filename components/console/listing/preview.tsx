'use client';

import { BadgeCheck } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { AppIcon } from '@/components/store/app-icon';
import { FactsStrip } from '@/components/store/facts-strip';
import { Gallery } from '@/components/store/gallery';
import { AccessibilityList, PrivacyLabel } from '@/components/store/information';
import { Pill } from '@/components/store/pill';
import { Promotion } from '@/components/store/promotion';
import { buttonText } from '@/components/store/price-text';
import { languageName } from '@/components/ui/format';
import { SafeMarkdown } from '@/components/ui/markdown';
import { ageNow } from './age-part';
import { type Around, previewOf } from './preview-of';
import type { ListingState } from './use-listing';

type Props = { state: ListingState; around: Around; language: string | null };

/** The app's page on a phone, as shoppers will get it, while it is being written. */
export function ShopperPreview({ state: { draft, stored, media }, around, language }: Props) {
  const app = previewOf(draft, media, ageNow(draft, stored), around, language);
  return (
    <section aria-label="Preview" className="grid grid-cols-1 gap-2">
      <h2 className="text-13 font-medium text-muted">
        As shoppers see it{language === null ? '' : `, in ${languageName(language)}`}
      </h2>
      <div
        aria-hidden="true"
        inert
        className="mx-auto w-full max-w-[24.5rem] overflow-hidden rounded-[1.75rem] border border-line-strong bg-paper shadow-float xl:max-h-[calc(100dvh-9rem)] xl:overflow-y-auto"
      >
        <header className="tinted border-b border-line" style={{ '--color-of': app.color } as CSSProperties}>
          <div className="grid gap-4 px-4 pt-6 pb-5">
            <div className="flex min-w-0 items-center gap-4">
              <AppIcon app={app} size={96} isEager />
              <div className="min-w-0">
                <p dir="auto" className="text-20 font-semibold tracking-tight wrap-anywhere">
                  {app.name}
                </p>
                {app.subtitle ? (
                  <p dir="auto" className="mt-1 line-clamp-2 text-15 wrap-anywhere text-muted">
                    {app.subtitle}
                  </p>
                ) : null}
                <p className="mt-1 flex items-center gap-1.5 text-15 font-medium text-accent-text">
                  <span className="truncate">{app.developer.name}</span>
                  {app.developer.verified ? <BadgeCheck className="size-4.5 shrink-0" /> : null}
                </p>
              </div>
            </div>
            <Pill size="large" tone="solid" className="w-full">
              {app.price ? buttonText(app.price) : 'Get'}
            </Pill>
          </div>
        </header>
        <FactsStrip app={app} latest={null} />
        <div className="grid grid-cols-1 gap-8 border-t border-line px-4 pt-5 pb-10">
          {app.screenshots.length > 0 ? (
            <div style={{ zoom: 0.72 }}>
              <Gallery appName={app.name} screenshots={app.screenshots} />
            </div>
          ) : null}
          <Part title="About">
            <Promotion app={app} />
            {app.description.trim() === '' ? (
              <p className="text-muted">The developer has not written a description.</p>
            ) : (
              <div dir="auto" className="text-15 break-words">
                <SafeMarkdown text={app.description} />
              </div>
            )}
          </Part>
          <Part title="Privacy">
            <div className="*:grid-cols-1!">
              <PrivacyLabel label={app.privacyLabel} />
            </div>
          </Part>
          <Part title="Accessibility">
            <div className="*:grid-cols-1!">
              <AccessibilityList flags={app.accessibility} />
            </div>
          </Part>
        </div>
      </div>
    </section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <p className="mb-2.5 text-17 font-semibold">{title}</p>
      {children}
    </div>
  );
}
