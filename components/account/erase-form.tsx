'use client';

import { useMutation } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import type { EraseMeBody } from '@/lib/accounts/schema';
import { fetchJson, ProblemError, sentenceOf } from '@/lib/http/fetch-json';

type Props = {
  email: string;
  hasPassword: boolean;
  /** Whether there is anything to decide about. */
  hasReviews: boolean;
  onWorking: (isWorking: boolean) => void;
  onCancel: () => void;
};

const goes = [
  'Your name, e-mail address and password, and every session',
  'Your library: apps on your devices stay, the store forgets that they are yours',
  'Payment methods, wishlist, notifications and letters',
  'Your place in organisations',
];

const stays = [
  'Purchases and the books of the store, under a pseudonym',
  'How often reviews were found helpful, without your name',
];

/** What goes, what stays, and the proof that I mean it. */
export function EraseForm({ email, hasPassword, hasReviews, onWorking, onCancel }: Props) {
  const erase = useMutation({
    mutationFn: (body: EraseMeBody) => fetchJson('/api/v1/me', { method: 'DELETE', body }),
    onMutate: () => onWorking(true),
    // In place of this page and as a new document: nothing of the account stays behind or in memory.
    onSuccess: () => location.replace('/goodbye'),
    onError: () => onWorking(false),
  });
  const isWorking = erase.isPending || erase.isSuccess;
  const code = erase.error instanceof ProblemError ? erase.error.problem.code : null;
  const isProofWrong = code === 'wrong_password' || code === 'wrong_email';

  return (
    <form
      className="grid grid-cols-1 gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        const fields = new FormData(event.currentTarget);
        const reviews = fields.get('reviews') === 'keep' ? 'keep' : 'delete';
        const proof = String(fields.get('proof'));
        erase.mutate({ reviews, ...(hasPassword ? { password: proof } : { email: proof }) });
      }}
    >
      <List title="This goes, for good" items={goes}>
        <X className="mt-0.5 size-4 shrink-0 text-negative-text" aria-hidden="true" />
      </List>
      <List title="This stays" items={stays}>
        <Check className="mt-0.5 size-4 shrink-0 text-muted" aria-hidden="true" />
      </List>
      {hasReviews ? (
        <fieldset className="grid grid-cols-1 gap-2">
          <legend className="mb-2 text-13 font-medium">What becomes of your reviews?</legend>
          <Choice value="delete" title="They go" text="With their stars and the answers to them." />
          <Choice value="keep" title="They stay without your name" text="Signed “A former customer”." />
        </fieldset>
      ) : null}
      {hasPassword ? (
        <>
          <input type="text" name="username" value={email} readOnly hidden autoComplete="username" />
          <TextField
            label="Your password"
            name="proof"
            type="password"
            required
            maxLength={200}
            autoComplete="current-password"
            problem={code === 'wrong_password' ? 'This is not your password.' : null}
          />
        </>
      ) : (
        <TextField
          label={`Type ${email} to confirm`}
          name="proof"
          type="text"
          inputMode="email"
          required
          maxLength={254}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          problem={code === 'wrong_email' ? 'This is not the address of your account.' : null}
        />
      )}
      {erase.isError && !isProofWrong ? <Refusal error={erase.error} code={code} /> : null}
      <div className="grid grid-cols-1 gap-2.5">
        <Button type="submit" tone="negative" isWorking={isWorking} className="h-12 rounded-pill">
          Delete my account
        </Button>
        <Button tone="soft" onClick={onCancel} disabled={isWorking} className="h-12 rounded-pill">
          Keep it
        </Button>
      </div>
    </form>
  );
}

function List({ title, items, children }: { title: string; items: string[]; children: ReactNode }) {
  return (
    <section className="grid grid-cols-1 gap-2">
      <h3 className="text-13 font-medium text-muted">{title}</h3>
      <ul className="grid grid-cols-1 gap-1.5">
        {items.map((item) => (
          <li key={item} className="flex gap-2.5">
            {children}
            <span className="min-w-0">{item}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Choice({ value, title, text }: { value: string; title: string; text: string }) {
  return (
    <label className="flex min-h-12 items-start gap-3 rounded-control border border-line px-3 py-2.5 transition-colors has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
      <input type="radio" name="reviews" value={value} required className="mt-1 size-4 accent-accent outline-none" />
      <span className="min-w-0">
        <span className="block font-medium">{title}</span>
        <span className="block text-13 text-muted">{text}</span>
      </span>
    </label>
  );
}

function Refusal({ error, code }: { error: unknown; code: string | null }) {
  const named = error instanceof ProblemError ? error.problem.organizations : null;
  const organizations = Array.isArray(named) ? (named as { slug: string; name: string }[]) : [];
  if (code === 'sole_owner') {
    return (
      <Notice tone="bad" title="Somebody must look after your apps">
        <p>You are the only owner of these organisations. Make somebody else an owner first.</p>
        <ul className="mt-1 list-disc ps-5">
          {organizations.map(({ slug, name }) => (
            <li key={slug}>{name}</li>
          ))}
        </ul>
      </Notice>
    );
  }
  if (code === 'last_admin') {
    return (
      <Notice tone="bad" title="You are the only admin">
        Make somebody else an admin first.
      </Notice>
    );
  }
  return <Notice tone="bad">{sentenceOf(error)}</Notice>;
}
