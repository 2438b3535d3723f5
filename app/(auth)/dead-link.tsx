import { Link } from '@/components/ui/link';
import { buttonClass } from '@/components/ui/button';

/** In the place of what a used or expired link led to: how to get a new one. */
export function DeadLink({ text, href, label }: { text: string; href: string; label: string }) {
  return (
    <>
      <h1 className="serif text-34">This link no longer works</h1>
      <p className="mt-3 mb-8 text-muted">{text}</p>
      <Link href={href} className={buttonClass('soft', 'h-11 rounded-pill px-6')}>
        {label}
      </Link>
    </>
  );
}
