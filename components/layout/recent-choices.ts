import { z } from 'zod';
import type { Command } from './command-items';
import { storageKey } from './forget-recent';

const most = 5;

const choice = z.object({
  key: z.string().max(300),
  label: z.string().max(300),
  detail: z.string().max(300).optional(),
  href: z
    .string()
    .regex(/^\/(?!\/)/)
    .max(300),
  icon: z.string().max(40).optional(),
  app: z.object({ name: z.string(), iconUrl: z.string().nullable(), color: z.string() }).optional(),
  category: z.object({ icon: z.string(), hue: z.number() }).optional(),
});
const choices = z.array(choice).max(20);

/** Where this browser went through the menu, the latest first; nothing where it keeps nothing. */
export function readRecent(): Command[] {
  try {
    const kept = choices.safeParse(JSON.parse(localStorage.getItem(storageKey) ?? '[]'));
    return kept.success ? (kept.data.slice(0, most) as Command[]) : [];
  } catch {
    return [];
  }
}

export function keepRecent(command: Command): void {
  if (command.href === undefined || command.key.startsWith('sign-')) return;
  try {
    const { key, label, detail, href, icon, app, category } = command;
    const others = readRecent().filter((one) => one.key !== key);
    const list = [{ key, label, detail, href, icon, app, category }, ...others].slice(0, most);
    localStorage.setItem(storageKey, JSON.stringify(list));
  } catch {
    // A browser that keeps nothing has no recent choices.
  }
}
