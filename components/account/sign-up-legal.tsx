import { Link } from '@/components/ui/link';

const linkClass = 'text-accent-text underline underline-offset-2';

/** What somebody agrees to by making an account, where the store says so. */
export function SignUpLegal({ hasTerms, hasPrivacy }: { hasTerms: boolean; hasPrivacy: boolean }) {
  if (!hasTerms && !hasPrivacy) return null;
  const terms = (
    <Link href="/legal/terms" target="_blank" className={linkClass}>
      terms of use
    </Link>
  );
  const privacy = (
    <Link href="/legal/privacy" target="_blank" className={linkClass}>
      what is kept about you
    </Link>
  );
  return (
    <p className="text-13 text-muted">
      {hasTerms ? <>By creating an account you agree to the {terms}. </> : null}
      {hasPrivacy ? <>Read {privacy}.</> : null}
    </p>
  );
}
