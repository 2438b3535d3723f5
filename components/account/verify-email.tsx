'use client';

import { useMutation } from '@tanstack/react-query';
import { Link } from '@/components/ui/link';
import { useEffect, useRef } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { fetchJson, sentenceOf } from '@/lib/http/fetch-json';

/** The one use of a link that confirms an address; then the way to sign in. */
export function VerifyEmail({ token, email }: { token: string; email: string }) {
  const confirm = useMutation({
    mutationFn: () => fetchJson(`/api/v1/verifications/${encodeURIComponent(token)}`, { method: 'POST' }),
  });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (confirm.isSuccess) heading.current?.focus();
  }, [confirm.isSuccess]);

  if (confirm.isSuccess) {
    return (
      <>
        <h1 ref={heading} tabIndex={-1} className="serif text-34 outline-none">
          Your address is confirmed
        </h1>
        <p className="mt-3 mb-8 text-muted">Everything is ready. Sign in with the password that you chose.</p>
        <Link href="/sign-in" className={buttonClass('primary', 'h-12 rounded-pill px-8')}>
          Sign in
        </Link>
      </>
    );
  }
  return (
    <>
      <h1 className="serif text-34">Is this your address?</h1>
      <p className="mt-3 mb-8 break-words text-muted">
        Confirm that <strong className="font-semibold text-ink">{email}</strong> is yours, and your account can be used.
      </p>
      <div className="grid grid-cols-1 gap-5">
        {confirm.isError ? <Notice tone="bad">{sentenceOf(confirm.error)}</Notice> : null}
        <Button isWorking={confirm.isPending} className="h-12 rounded-pill" onClick={() => confirm.mutate()}>
          Confirm my address
        </Button>
      </div>
    </>
  );
}
