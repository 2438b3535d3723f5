'use client';

import { type ReactNode, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Modal } from '@/components/ui/modal';
import { Notice } from '@/components/ui/notice';
import { areaClass } from './field';

type Props = {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  text: ReactNode;
  label: string;
  isRequired: boolean;
  verb: string;
  isWorking: boolean;
  failure: string | null;
  onSend: (text: string) => void;
};

/** Asks for a few words and sends them with what is done. */
export function TextDialog(props: Props) {
  const { isOpen, onClose, title, isWorking } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  return (
    <Modal isOpen={isOpen} onClose={onClose} title={title} canClose={!isWorking} initialFocus={area}>
      <Form {...props} area={area} />
    </Modal>
  );
}

function Form({
  text,
  label,
  isRequired,
  verb,
  isWorking,
  failure,
  onSend,
  area,
}: Props & { area: React.RefObject<HTMLTextAreaElement | null> }) {
  const id = useId();
  const [words, setWords] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  return (
    <form
      className="grid grid-cols-1 gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWorking) return;
        if (isRequired && words.trim() === '') {
          setIsMissing(true);
          area.current?.focus();
        } else onSend(words);
      }}
    >
      <div className="text-muted">{text}</div>
      <div className="grid grid-cols-1 gap-1.5">
        <label htmlFor={id} className="text-13 font-medium">
          {label} {isRequired ? null : <span className="font-normal text-muted">Optional</span>}
        </label>
        <textarea
          id={id}
          ref={area}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setIsMissing(false);
          }}
          rows={5}
          maxLength={4000}
          dir="auto"
          aria-invalid={isMissing || undefined}
          aria-describedby={isMissing ? `${id}-missing` : undefined}
          className={areaClass}
        />
        {isMissing ? (
          <p id={`${id}-missing`} className="text-13 text-negative-text">
            Say it in a few words.
          </p>
        ) : null}
      </div>
      {failure ? <Notice tone="bad">{failure}</Notice> : null}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" isWorking={isWorking}>
          {verb}
        </Button>
      </div>
    </form>
  );
}
