'use client';

import { type ComponentProps, useState } from 'react';
import { TextField } from '@/components/ui/field';

type Props = Omit<ComponentProps<typeof TextField>, 'value' | 'onChange' | 'type'> & {
  /** In the unit that is stored; NaN for what is no number. */
  value: number;
  onChange: (value: number) => void;
  /** How many stored units one shown unit is: 0.01 for per cent of a share. */
  unit?: number;
};

const parse = (text: string, unit: number) => {
  const trimmed = text.trim().replace(',', '.');
  // Rounded to a hundredth of what is shown, so that 0.19 stays 0.19.
  return trimmed === '' ? Number.NaN : Number((Number(trimmed) * unit).toFixed(unit < 1 ? 4 : 2));
};

const show = (value: number, unit: number) => (Number.isFinite(value) ? String(Number((value / unit).toFixed(4))) : '');

/** A number as people type it; what they type stays as it is until somebody else changes the value. */
export function NumberField({ value, onChange, unit = 1, className, ...field }: Props) {
  const [text, setText] = useState(() => show(value, unit));
  const isOwn = Object.is(parse(text, unit), value);
  return (
    <TextField
      {...field}
      inputMode="decimal"
      autoComplete="off"
      value={isOwn ? text : show(value, unit)}
      onChange={(event) => {
        setText(event.target.value);
        onChange(parse(event.target.value, unit));
      }}
      className={className ?? 'text-end numerals'}
    />
  );
}
