import { BadgeCheck } from 'lucide-react';
import { Link } from '@/components/ui/link';
import type { CSSProperties } from 'react';
import { cx } from '@/components/ui/cx';
import { languageOf } from '@/lib/catalog/rules';
import type { AppDetail } from '@/lib/catalog/schema';
import { AppIcon } from './app-icon';
import { BuyButton } from './buy-button';
import { priceText, trialText } from './price-text';
import { StickyBuy } from './sticky-buy';
import { WishUnlessOwned } from './wishlist-button';

/** The longer a name, the smaller: all of it is read here, where else it is cut. */
function nameSize({ length }: string): string {
  if (length <= 60) return 'text-26 md:text-34';
  return length <= 120 ? 'text-20 md:text-26' : 'text-17 md:text-20';
}

/** Who it is, who made it, what it costs; on a ground with a tint of the icon. */
export function AppHeader({
  app,
  isOwned,
  hasUpdate,
  isWished,
}: {
  app: AppDetail & { hasFile: boolean; isWeb: boolean };
  isOwned: boolean;
  /** There is a newer version than the one its owner downloaded. */
  hasUpdate: boolean;
  isWished: boolean;
}) {
  return (
    <header className="tinted border-b border-line" style={{ '--color-of': app.color } as CSSProperties}>
      <div className="page-width flex flex-col gap-5 pt-6 pb-6 sm:flex-row sm:items-center md:gap-7 md:pt-8">
        <div className="flex min-w-0 flex-1 items-center gap-4 md:gap-7">
          <AppIcon app={app} size={128} isEager className="size-24 md:size-32" />
          <div className="min-w-0">
            <h1 dir="auto" className={cx('font-semibold tracking-tight wrap-anywhere', nameSize(app.name))}>
              {app.name}
            </h1>
            {app.subtitle ? (
              <p
                dir="auto"
                lang={languageOf(app, 'subtitle')}
                className="mt-1 line-clamp-2 text-15 wrap-anywhere text-muted md:text-17"
              >
                {app.subtitle}
              </p>
            ) : null}
            <p className="mt-1.5 text-15">
              <Link
                href={`/developers/${app.developer.slug}`}
                className="inline-flex max-w-full items-center gap-1.5 rounded-control font-medium text-accent-text hover:underline"
              >
                <span dir="auto" className="truncate">
                  {app.developer.name}
                </span>
                {app.developer.verified ? (
                  <>
                    <BadgeCheck className="size-4.5 shrink-0" aria-hidden="true" />
                    <span className="sr-only">verified developer</span>
                  </>
                ) : null}
              </Link>
            </p>
          </div>
        </div>
        <div className="flex items-center gap-4 sm:flex-col sm:items-end sm:gap-2">
          <div className="flex items-start gap-2.5">
            <StickyBuy app={app} isOwned={isOwned}>
              <BuyButton
                app={app}
                isOwned={isOwned}
                size="large"
                tone="solid"
                ownerText={hasUpdate ? 'Update' : undefined}
              />
            </StickyBuy>
            <WishUnlessOwned app={app} isWished={isWished} isOwned={isOwned} />
          </div>
          <p dir="auto" className="text-13 text-muted numerals">
            {noteOf(app, isOwned)}
          </p>
        </div>
      </div>
    </header>
  );
}

function noteOf({ price }: AppDetail, isOwned: boolean): string {
  if (isOwned) return 'In your library';
  if (!price) return '';
  if (price.kind === 'subscription') return trialText(price) ?? priceText(price);
  return price.amountMinor === 0 ? 'Free' : 'Bought once, yours for good';
}
