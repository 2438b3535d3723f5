export type DeskKey<C extends string> = { key: string; command: C; text: string };

/** What a key does at the desk of submissions. */
export type DeskCommand = 'next' | 'previous' | 'claim' | 'approve' | 'reject' | 'reject_metadata' | 'help';

export const deskKeys: DeskKey<DeskCommand>[] = [
  { key: 'J', command: 'next', text: 'Next submission' },
  { key: 'K', command: 'previous', text: 'Previous submission' },
  { key: 'C', command: 'claim', text: 'Claim it' },
  { key: 'A', command: 'approve', text: 'Approve: Enter sends it' },
  { key: 'R', command: 'reject', text: 'Reject' },
  { key: 'M', command: 'reject_metadata', text: 'Reject text and pictures only' },
  { key: '?', command: 'help', text: 'These keys' },
];

type Pressed = {
  key: string;
  ctrlKey?: boolean;
  metaKey?: boolean;
  altKey?: boolean;
  isComposing?: boolean;
  repeat?: boolean;
  defaultPrevented?: boolean;
};

/** What was meant by a key: nothing while somebody types, with Ctrl, Alt or Meta, or while a dialog is open. */
export function commandOf<C extends string>(
  keys: readonly DeskKey<C>[],
  pressed: Pressed,
  around: { isTyping: boolean; isDialogOpen: boolean },
): C | null {
  if (around.isTyping || around.isDialogOpen) return null;
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  if (pressed.isComposing || pressed.defaultPrevented) return null;
  const found = keys.find(({ key }) => key === pressed.key.toUpperCase());
  if (!found) return null;
  // A held key moves on and on, but decides nothing twice.
  const isMove = found.command === 'next' || found.command === 'previous';
  return pressed.repeat && !isMove ? null : found.command;
}

const typed = /^(text|search|email|url|password|number|tel|date|datetime-local|time|month|week)$/;

/** Whether keys go into a field here. Checkboxes and buttons take none of the letters. */
export function isTypingIn(element: { tagName: string; type?: string; isContentEditable?: boolean } | null): boolean {
  if (!element) return false;
  if (element.isContentEditable) return true;
  const tag = element.tagName.toLowerCase();
  return tag === 'textarea' || tag === 'select' || (tag === 'input' && typed.test(element.type ?? 'text'));
}
