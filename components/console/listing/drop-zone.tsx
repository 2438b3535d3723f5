'use client';

import { type ReactNode, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';

type Props = {
  label: string;
  /** What may be chosen, for the file dialog. */
  accept: string;
  isMany?: boolean;
  isDisabled?: boolean;
  isWorking?: boolean;
  button: ReactNode;
  hint: ReactNode;
  onFiles: (files: File[]) => void;
  className?: string;
};

/** Takes files that are dropped on it or chosen. */
export function DropZone({
  label,
  accept,
  isMany = false,
  isDisabled = false,
  isWorking = false,
  button,
  hint,
  onFiles,
  className,
}: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const take = (files: FileList | null) => {
    const all = [...(files ?? [])];
    if (all.length > 0 && !isDisabled && !isWorking) onFiles(isMany ? all : all.slice(0, 1));
  };
  return (
    <fieldset
      aria-label={label}
      disabled={isDisabled}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setIsOver(!isDisabled);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer.files);
      }}
      className={cx(
        'grid justify-items-center gap-3 rounded-card border border-dashed px-5 py-6 text-center transition-colors',
        isOver ? 'border-accent bg-accent-soft' : 'border-line-strong',
        className,
      )}
    >
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple={isMany}
        aria-label={label}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
      <Button tone="soft" isWorking={isWorking} disabled={isDisabled} onClick={() => input.current?.click()}>
        {button}
      </Button>
      <div className="max-w-[48ch] text-13 text-muted">{hint}</div>
    </fieldset>
  );
}
