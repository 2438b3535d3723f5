'use client';

import dynamic from 'next/dynamic';
import { useId, useRef, useState } from 'react';
import { usePurchases } from '@/components/store/purchase-context';
import { buttonClass } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { missingPartText, usePart } from '@/components/ui/use-part';
import { signInPath } from '@/lib/auth/rules';
import type { MyReview as Review, ReviewRefusal } from '@/lib/reviews/schema';
import { refusalWords } from './words';

// Most people have not reviewed most apps.
const MyCard = dynamic(() => import('./my-card').then((module) => module.MyCard), {
  loading: () => <div className="skeleton h-44 max-w-[44rem] rounded-card" />,
});
// With the card, which takes the place of the button once a review is sent.
const loadSheet = () =>
  Promise.all([import('./review-sheet'), import('./my-card')]).then(([sheet]) => sheet.ReviewSheet);
const loadDelete = () => import('./delete-dialog').then(({ DeleteDialog }) => DeleteDialog);
const loadAppeal = () => import('./appeal-dialog').then(({ AppealDialog }) => AppealDialog);

type Props = {
  app: { id: string; slug: string; name: string };
  /** Why I may not review it, as far as the page knew; null when I may. */
  refusal: ReviewRefusal | null;
  review: Review | null;
  onChange: (review: Review | null) => void;
};

/** My review of an app, or the way to one. */
export function MyReview({ app, refusal, review, onChange }: Props) {
  const { isSignedIn, progressOf, announce } = usePurchases();
  const [open, setOpen] = useState<'sheet' | 'delete' | 'appeal' | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const sheet = usePart(loadSheet);
  const deletion = usePart(loadDelete);
  const appeal = usePart(loadAppeal);
  // Who got it on this very page has it now.
  const isNewOwner = refusal === 'not_owned' && progressOf(app.id).phase === 'owned';
  const reason = isNewOwner ? null : refusal;

  const show = async (name: 'sheet' | 'delete' | 'appeal') => {
    isOpenerGone.current = false;
    const part = { sheet, delete: deletion, appeal }[name];
    if (await part.want()) setOpen(name);
  };
  const close = () => setOpen(null);
  // The card takes the place of the button, and gives it back: then the focus goes to what is there.
  const isOpenerGone = useRef(false);
  const finalFocus = () => (isOpenerGone.current ? place.current : true);
  const change = (changed: Review | null) => {
    isOpenerGone.current = (changed === null) !== (review === null);
    close();
    onChange(changed);
  };
  const shared = { app, onClose: close, finalFocus };

  return (
    <section ref={place} tabIndex={-1} aria-label="Your review" className="mt-6 outline-none">
      {review ? (
        <MyCard
          review={review}
          refusal={reason}
          onNear={sheet.prepare}
          onEdit={() => show('sheet')}
          onDelete={() => show('delete')}
          onAppeal={() => show('appeal')}
        />
      ) : (
        <WayToOne
          signIn={isSignedIn ? null : signInPath(`/apps/${app.slug}#reviews`)}
          refusal={reason}
          onNear={sheet.prepare}
          onWrite={() => show('sheet')}
        />
      )}
      {sheet.isMissing || deletion.isMissing || appeal.isMissing ? (
        <Notice tone="bad" className="mt-3 max-w-[44rem]">
          {missingPartText}
        </Notice>
      ) : null}
      {sheet.Part ? (
        <sheet.Part
          {...shared}
          review={review}
          isOpen={open === 'sheet'}
          onSaved={(saved) => {
            announce('Your review is sent.');
            change(saved);
          }}
        />
      ) : null}
      {deletion.Part ? (
        <deletion.Part
          {...shared}
          isOpen={open === 'delete'}
          onDeleted={() => {
            announce('Your review is deleted.');
            change(null);
          }}
        />
      ) : null}
      {appeal.Part && review ? (
        <appeal.Part
          key={`${review.id} ${review.revision}`}
          {...shared}
          reviewId={review.id}
          isOpen={open === 'appeal'}
          onAppealed={(appealed) => {
            announce('Your appeal is sent.');
            isOpenerGone.current = true;
            close();
            onChange(appealed);
          }}
        />
      ) : null}
    </section>
  );
}

type WayProps = {
  /** Where a visitor signs in; null for who has. */
  signIn: string | null;
  refusal: ReviewRefusal | null;
  onNear: () => void;
  onWrite: () => void;
};

function WayToOne({ signIn, refusal, onNear, onWrite }: WayProps) {
  const reasonId = useId();
  if (signIn !== null) {
    return (
      <Link href={signIn} className={buttonClass('outline', 'h-11 rounded-pill print:hidden')}>
        Sign in to write a review
      </Link>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 no-script:hidden print:hidden">
      <button
        type="button"
        disabled={refusal !== null}
        aria-describedby={refusal ? reasonId : undefined}
        onPointerEnter={onNear}
        onFocus={onNear}
        onClick={onWrite}
        className={buttonClass('outline', 'h-11 rounded-pill')}
      >
        Write a review
      </button>
      {refusal ? (
        <p id={reasonId} className="text-13 text-muted">
          {refusalWords[refusal]}
        </p>
      ) : null}
    </div>
  );
}
