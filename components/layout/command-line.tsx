import {
  Bell,
  CircleUserRound,
  Globe,
  Hammer,
  Heart,
  House,
  LibraryBig,
  LogIn,
  LogOut,
  type LucideIcon,
  Mail,
  Monitor,
  Moon,
  ReceiptText,
  Scale,
  Search,
  Settings,
  Shapes,
  Sun,
  Users,
  Wallet,
} from 'lucide-react';
import { AppIcon } from '@/components/store/app-icon';
import { CategoryGlyph } from '@/components/store/category-glyph';
import type { Command, CommandIcon } from './command-items';

const icons: Record<CommandIcon, LucideIcon> = {
  account: CircleUserRound,
  bell: Bell,
  categories: Shapes,
  console: Hammer,
  country: Globe,
  dark: Moon,
  desk: Scale,
  heart: Heart,
  house: House,
  library: LibraryBig,
  light: Sun,
  mail: Mail,
  people: Users,
  receipt: ReceiptText,
  search: Search,
  settings: Settings,
  'sign-in': LogIn,
  'sign-out': LogOut,
  system: Monitor,
  wallet: Wallet,
};

/** A line of the command menu: its sign, its name, and what tells it from others of that name. */
export function CommandLine({ command, isWorking }: { command: Command; isWorking: boolean }) {
  const Icon = icons[command.icon ?? 'search'] ?? Search;
  return (
    <>
      {command.app ? (
        <AppIcon app={command.app} size={32} isEager />
      ) : (
        <span className="grid size-8 shrink-0 place-items-center">
          {command.category ? (
            <span className="grid scale-[0.62] place-items-center">
              <CategoryGlyph icon={command.category.icon} hue={command.category.hue} />
            </span>
          ) : (
            <Icon className="size-4.5 text-muted" aria-hidden="true" />
          )}
        </span>
      )}
      <span className="flex min-w-0 flex-1 items-baseline gap-3">
        <span className="max-w-full shrink-0 truncate">{isWorking ? 'Signing out…' : command.label}</span>
        {command.detail ? <span className="min-w-0 flex-1 truncate text-13 text-muted">{command.detail}</span> : null}
      </span>
    </>
  );
}
