'use client';

import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Heart } from 'lucide-react';
import { useRef } from 'react';
import { cx } from '@/components/ui/cx';
import { signInPath } from '@/lib/auth/rules';
import type { AppCard } from '@/lib/catalog/schema';
import { fetchJson, ProblemError, sentenceOf } from '@/lib/http/fetch-json';
import { usePurchases } from './purchase-context';

type Wishable = Pick<AppCard, 'id' | 'name'>;

const keyOf = (app: Wishable) => ['wished', app.id];

/** Whether an app is on my wishlist: what the page was told, until somebody presses a heart. */
export function useIsWished(app: Wishable, isWished: boolean): boolean {
  const pressed = useQuery<boolean>({ queryKey: keyOf(app), queryFn: skipToken, staleTime: Number.POSITIVE_INFINITY });
  return pressed.data ?? isWished;
}

function useWish(app: Wishable, isWished: boolean) {
  const { isSignedIn, announce } = usePurchases();
  const queryClient = useQueryClient();
  const queryKey = keyOf(app);
  const isOn = useIsWished(app, isWished);
  const wanted = useRef(isOn);
  const stored = useRef(isOn);
  // Not the mutation's own word, which is a render late: a wish in between would be nobody's.
  const isSaving = useRef(false);

  const save = useMutation({
    // Pressed again on the way: the last wish is the one that stays.
    mutationFn: async () => {
      try {
        while (stored.current !== wanted.current) {
          const isToBe = wanted.current;
          await fetchJson(`/api/v1/wishlist/${app.id}`, { method: isToBe ? 'PUT' : 'DELETE' });
          stored.current = isToBe;
        }
      } finally {
        isSaving.current = false;
      }
    },
    onSuccess: () => {
      announce(stored.current ? `${app.name} is on your wishlist.` : `${app.name} is off your wishlist.`);
    },
    onError: (error) => {
      if (error instanceof ProblemError && error.problem.status === 401) leaveToSignIn();
      wanted.current = stored.current;
      queryClient.setQueryData(queryKey, stored.current);
    },
  });

  function toggle() {
    if (!isSignedIn) return leaveToSignIn();
    wanted.current = !isOn;
    queryClient.setQueryData(queryKey, !isOn);
    if (isSaving.current) return;
    stored.current = isOn;
    isSaving.current = true;
    save.mutate();
  }

  return { isOn, toggle, problem: save.isError ? sentenceOf(save.error) : null };
}

const leaveToSignIn = () => location.assign(signInPath(location.pathname + location.search));

type Props = { app: Wishable; isWished: boolean; size?: 'small' | 'large'; className?: string };

/** A heart: filled while the app is on my wishlist. */
export function WishlistButton({ app, isWished, size = 'large', className }: Props) {
  const { isOn, toggle, problem } = useWish(app, isWished);
  return (
    <span className={cx('relative inline-grid justify-items-end gap-1', className)}>
      <button
        type="button"
        onClick={toggle}
        aria-label={isOn ? `Remove ${app.name} from your wishlist` : `Add ${app.name} to your wishlist`}
        title={isOn ? 'On your wishlist' : 'Add to your wishlist'}
        className={cx(
          'grid shrink-0 place-items-center rounded-pill transition-colors',
          size === 'large' ? 'size-11 bg-surface shadow-[inset_0_0_0_1px_var(--line)]' : 'size-11 hover:bg-sunken',
          isOn ? 'text-negative' : 'text-muted hover:text-ink',
        )}
      >
        <Heart className="size-5" fill={isOn ? 'currentColor' : 'none'} aria-hidden="true" />
      </button>
      {problem ? (
        <span
          role="alert"
          className="absolute end-0 top-full z-10 mt-1 w-48 rounded-control bg-negative-soft px-2.5 py-1.5 text-12 text-negative-text shadow-float"
        >
          {problem}
        </span>
      ) : null}
    </span>
  );
}

/** The same beside a price button: not for what I own. */
export function WishUnlessOwned({ isOwned, ...rest }: Props & { isOwned: boolean }) {
  const { progressOf } = usePurchases();
  return isOwned || progressOf(rest.app.id).phase === 'owned' ? null : <WishlistButton {...rest} />;
}
