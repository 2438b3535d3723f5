// What keys do in the box, as the ARIA practices say of an editable combobox with list autocomplete.

type Pressed = { key: string; altKey: boolean; ctrlKey: boolean; metaKey: boolean; isComposing: boolean };

type Box = {
  isOpen: boolean;
  /** The option that Enter would choose; -1 in the text. */
  active: number;
  count: number;
  hasText: boolean;
  /** Whether the active option can be taken away. */
  canRemove: boolean;
};

type Action =
  | { kind: 'move'; to: number }
  | { kind: 'open' | 'close' | 'choose' | 'clear' | 'remove' | 'leave' }
  /** Back in the text, where the key does what it does in texts. */
  | { kind: 'text' }
  | { kind: 'pass' };

const pass: Action = { kind: 'pass' };

export function actionOf(pressed: Pressed, { isOpen, active, count, hasText, canRemove }: Box): Action {
  const { key, altKey, ctrlKey, metaKey, isComposing } = pressed;
  // The keys belong to the input method until it is done.
  if (isComposing || ctrlKey || metaKey) return pass;
  const isActive = isOpen && active >= 0;
  switch (key) {
    case 'ArrowDown':
      if (altKey || count === 0) return { kind: 'open' };
      return { kind: 'move', to: isActive ? (active + 1) % count : 0 };
    case 'ArrowUp':
      if (altKey) return isOpen ? { kind: 'close' } : pass;
      if (count === 0) return { kind: 'open' };
      return { kind: 'move', to: isActive ? (active - 1 + count) % count : count - 1 };
    case 'Enter':
      return isActive ? { kind: 'choose' } : pass;
    case 'Escape':
      if (isOpen) return { kind: 'close' };
      return hasText ? { kind: 'clear' } : pass;
    case 'Delete':
      return isActive && canRemove ? { kind: 'remove' } : pass;
    case 'Home':
    case 'End':
    case 'ArrowLeft':
    case 'ArrowRight':
      return isActive ? { kind: 'text' } : pass;
    case 'Tab':
      return { kind: 'leave' };
    default:
      return pass;
  }
}
