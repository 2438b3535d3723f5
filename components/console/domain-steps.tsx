import { CopyText } from '@/components/ui/copy-text';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { DomainState } from '@/lib/accounts/organizations/schema';

type Props = {
  claim: NonNullable<DomainState['claim']>;
  reason: string | null;
  isChecking: boolean;
  problem: { file: string; dns: string } | string | null;
  onCheck: () => void;
};

/** The two ways to prove a domain, one of which is enough, and the button that looks. */
export function DomainSteps({ claim, reason, isChecking, problem, onCheck }: Props) {
  const { domain, fileUrl, fileText, dnsName, dnsValue } = claim;
  return (
    <section aria-labelledby="domain-steps" className="rounded-card border border-line bg-surface p-5">
      <h3 id="domain-steps" className="font-semibold wrap-anywhere">
        Prove {domain}
      </h3>
      <p className="mt-1 text-13 text-muted">One of the two is enough. Leave it there: it may be looked at again.</p>
      <div className="mt-4 grid grid-cols-1 gap-5">
        <div>
          <h4 className="text-15 font-medium">A file on the site</h4>
          <Value label="Address" what="the address of the file" text={fileUrl} />
          <Value label="Its whole text" what="the text of the file" text={fileText} />
        </div>
        <div className="border-t border-line pt-4">
          <h4 className="text-15 font-medium">A TXT record in DNS</h4>
          <Value label="Name" what="the name of the record" text={dnsName} />
          <Value label="Value" what="the value of the record" text={dnsValue} />
        </div>
      </div>
      <div className="mt-5 grid grid-cols-1 gap-3" aria-live="polite">
        {problem === null ? null : typeof problem === 'string' ? (
          <Notice tone="bad">{problem}</Notice>
        ) : (
          <Notice tone="warning" title="The token was not found yet">
            <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
              <dt>File</dt>
              <dd className="wrap-anywhere">{problem.file}</dd>
              <dt>DNS</dt>
              <dd className="wrap-anywhere">{problem.dns}</dd>
            </dl>
            <p className="mt-1">DNS can take an hour to be seen everywhere.</p>
          </Notice>
        )}
        <div>
          <Button isWorking={isChecking} disabled={reason !== null} title={reason ?? undefined} onClick={onCheck}>
            Check now
          </Button>
        </div>
      </div>
    </section>
  );
}

function Value({ label, what, text }: { label: string; what: string; text: string }) {
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <div className="min-w-0 flex-1 basis-56">
        <p className="text-12 text-muted">{label}</p>
        <code dir="ltr" className="block font-mono text-13 break-all">
          {text}
        </code>
      </div>
      <CopyText text={text} what={what} />
    </div>
  );
}
