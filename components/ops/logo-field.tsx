'use client';

import { useMutation } from '@tanstack/react-query';
import { ImageUp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Mark } from '@/components/layout/mark';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { Notice } from '@/components/ui/notice';
import { fetchJson, ProblemError, sentenceOf } from '@/lib/http/fetch-json';

const path = '/api/v1/ops/settings/logo';
const types = ['image/png', 'image/webp', 'image/jpeg'];
const maxBytes = 1024 * 1024;

async function upload(file: File): Promise<string> {
  // The server judges by content; this only spares a long wait for an answer that is known.
  if (!types.includes(file.type)) throw refused('Choose a PNG, JPEG or WebP picture.');
  if (file.size > maxBytes) throw refused('This picture is larger than 1 MiB. Choose a smaller one.');
  const { body } = await fetchJson<{ logoId: string }>(path, { method: 'PUT', file });
  return body.logoId;
}

const refused = (detail: string) => new ProblemError({ status: 422, code: 'picture_refused', detail });

/** The store's logo: chosen, seen in both themes, taken away. In force as soon as it is here. */
export function LogoField({ logoId: initial, storeName }: { logoId: string | null; storeName: string }) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [logoId, setLogoId] = useState(initial);
  const change = useMutation({
    mutationFn: async (file: File | null) => {
      if (file) return upload(file);
      await fetchJson(path, { method: 'DELETE' });
      return null;
    },
    onSuccess: (id) => {
      setLogoId(id);
      router.refresh();
    },
  });

  return (
    <section id="logo" aria-labelledby="logo-title" className="border-t border-line py-9">
      <h2 id="logo-title" className="text-20 font-semibold">
        Logo
      </h2>
      <p className="mt-1 max-w-[60ch] text-muted">
        For the header, browser tabs and home screens. A square PNG, JPEG or WebP of at least 64 pixels and at most 1
        MiB; anything else is fitted into a square. It is in force at once.
      </p>
      <div className="mt-6 grid max-w-[44rem] grid-cols-1 gap-4">
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
          {['shown-light', 'shown-dark'].map((scheme) => (
            <div
              key={scheme}
              className={cx(scheme, 'flex items-center gap-3 rounded-card border border-line bg-paper p-5 text-ink')}
            >
              <Mark logoId={logoId} className="size-12 shrink-0" />
              <span className="serif truncate text-20">{storeName}</span>
            </div>
          ))}
        </div>
        {change.isError ? <Notice tone="bad">{sentenceOf(change.error)}</Notice> : null}
        <div className="flex flex-wrap items-center gap-3">
          <input
            ref={input}
            type="file"
            accept={types.join(',')}
            aria-label="Picture for the logo"
            className="sr-only"
            tabIndex={-1}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              event.target.value = '';
              if (file) change.mutate(file);
            }}
          />
          <Button
            tone="soft"
            isWorking={change.isPending && change.variables !== null}
            onClick={() => input.current?.click()}
          >
            <ImageUp className="size-4.5" aria-hidden="true" />
            {logoId ? 'Choose another' : 'Choose a picture'}
          </Button>
          {logoId ? (
            <Button
              tone="plain"
              isWorking={change.isPending && change.variables === null}
              onClick={() => change.mutate(null)}
            >
              Remove
            </Button>
          ) : null}
          <p role="status" className="text-13 text-muted">
            {change.isSuccess
              ? logoId
                ? 'This is the store’s logo now.'
                : 'Pomona’s mark stands for the store.'
              : null}
          </p>
        </div>
      </div>
    </section>
  );
}
