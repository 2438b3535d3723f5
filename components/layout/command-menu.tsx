'use client';

import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Search, X } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { signOut } from '@/components/account/credentials';
import { cx } from '@/components/ui/cx';
import { counted } from '@/components/ui/format';
import { signInPath } from '@/lib/auth/rules';
import type { Category } from '@/lib/catalog/schema';
import { fetchJson } from '@/lib/http/fetch-json';
import type { Suggestions } from '@/lib/search/schema';
import { type Command, type CommandGroup, foundGroups, restingGroups, type Surroundings } from './command-items';
import { CommandLine } from './command-line';
import type { CountryOption } from './country-picker';
import { useNavigation } from './navigation';
import { forgetRecent } from './forget-recent';
import { keepRecent, readRecent } from './recent-choices';
import { useChooseCountry } from './use-choose-country';
import { chooseTheme, useTheme } from './use-theme';

type Props = {
  country: string;
  countries: CountryOption[];
  isSignedIn: boolean;
  isAdmin: boolean;
  isModerator: boolean;
  isOpen: boolean;
  onClose: () => void;
};

const debounceMs = 120;

/** Everything that the store can do from the keyboard: apps, pages, categories and what one does to the store itself. */
export function CommandMenu(props: Props) {
  const { isOpen, onClose } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          aria-modal="true"
          initialFocus={input}
          className={cx(
            'fixed inset-0 z-50 flex flex-col bg-surface text-ink shadow-float outline-none',
            'pt-[env(safe-area-inset-top)] pb-[env(safe-area-inset-bottom)]',
            'sm:inset-x-auto sm:start-1/2 sm:top-[12dvh] sm:bottom-auto sm:h-[min(34rem,76dvh)] sm:w-[38rem] sm:max-w-[calc(100vw-3rem)] sm:-translate-x-1/2 sm:rounded-card sm:border sm:border-line rtl:sm:translate-x-1/2',
            'transition-[opacity,translate] duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0 data-starting-style:-translate-y-2',
          )}
        >
          <Dialog.Title className="sr-only">Command menu</Dialog.Title>
          <Menu {...props} input={input} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Menu({
  country,
  countries,
  isSignedIn,
  isAdmin,
  isModerator,
  onClose,
  input,
}: Props & { input: React.RefObject<HTMLInputElement | null> }) {
  const [text, setText] = useState('');
  const [recent] = useState(readRecent);
  const pathname = usePathname();
  const theme = useTheme('system');
  const { go } = useNavigation();
  const { choose: chooseCountry } = useChooseCountry();
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: () => {
      forgetRecent();
      location.assign('/');
    },
  });
  const categories = useQuery({
    queryKey: ['categories'],
    queryFn: async ({ signal }) =>
      (await fetchJson<{ items: Category[] }>('/api/v1/categories', { signal })).body.items,
    staleTime: 300_000,
  });
  const apps = useApps(text, country);
  const around: Surroundings = {
    isSignedIn,
    isAdmin,
    isModerator,
    theme,
    country,
    countries,
    categories: categories.data ?? [],
    signInHref: pathname === '/' ? '/sign-in' : signInPath(pathname),
  };
  const groups = text.trim() === '' ? restingGroups(around, recent) : foundGroups(around, text, apps);
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);

  const run = (command: Command) => {
    if (command.href !== undefined) {
      keepRecent(command);
      onClose();
      return go(command.href);
    }
    if (command.action === 'sign-out') return leave.isPending ? undefined : leave.mutate();
    if ('theme' in command.action) chooseTheme(command.action.theme);
    else chooseCountry(command.action.country);
    onClose();
  };

  return (
    <Autocomplete.Root
      open
      inline
      mode="none"
      items={groups}
      autoHighlight="always"
      keepHighlight
      value={text}
      onValueChange={(value, { reason }) => reason !== 'item-press' && setText(value.slice(0, 200))}
      itemToStringValue={(command: Command) => command.label}
    >
      <div className="flex items-center gap-3 border-b border-line ps-4 pe-2">
        <Search className="size-5 shrink-0 text-muted" aria-hidden="true" />
        <Autocomplete.Input
          ref={input}
          aria-label="Search apps, pages and actions"
          placeholder="Apps, pages, actions"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          className="h-14 min-w-0 flex-1 bg-transparent text-17 outline-none"
        />
        <Dialog.Close
          aria-label="Close"
          className="grid size-11 shrink-0 place-items-center rounded-pill text-muted hover:bg-sunken hover:text-ink"
        >
          <X className="size-5" aria-hidden="true" />
        </Dialog.Close>
      </div>
      {leave.isError ? (
        <p role="alert" className="border-b border-line bg-negative-soft px-4 py-2.5 text-13 text-negative-text">
          You are still signed in: the store did not answer. Try again.
        </p>
      ) : null}
      <Autocomplete.List className="min-h-0 flex-1 scroll-py-2 overflow-y-auto overscroll-contain p-2">
        {(group: CommandGroup) => (
          <Autocomplete.Group key={group.value} items={group.items} className="mb-2 last:mb-0">
            <Autocomplete.GroupLabel className="px-3 pt-2 pb-1 text-12 font-medium text-muted">
              {group.value}
            </Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(command: Command) => (
                <Autocomplete.Item
                  key={command.key}
                  value={command}
                  onClick={() => run(command)}
                  className="flex min-h-11 cursor-pointer items-center gap-3 rounded-control px-3 py-1.5 text-15 outline-none select-none data-highlighted:bg-sunken"
                >
                  <CommandLine command={command} isWorking={command.key === 'sign-out' && leave.isPending} />
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
      <Autocomplete.Status className="sr-only">{counted(count, 'choice')}</Autocomplete.Status>
      <p aria-hidden="true" className="hidden gap-5 border-t border-line px-4 py-2.5 text-12 text-muted sm:flex">
        <span>↑ ↓ choose</span>
        <span>Enter open</span>
        <span>Esc close</span>
        <span className="ms-auto">/ goes to search</span>
      </p>
    </Autocomplete.Root>
  );
}

/** Apps for what is being typed. Those of an older text stay only where they fit the newer one too. */
function useApps(text: string, country: string): Command[] {
  const wanted = text.trim().slice(0, 100);
  const [typed, setTyped] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setTyped(wanted), debounceMs);
    return () => clearTimeout(timer);
  }, [wanted]);
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['suggest', typed, country],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ q: typed, country });
      return (await fetchJson<Suggestions>(`/api/v1/search/suggest?${query}`, { signal })).body;
    },
    enabled: typed !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (!data || wanted === '' || typed === '') return [];
  const isOld = isPlaceholderData || typed !== wanted;
  return data.apps
    .filter(({ name }) => !isOld || name.toLowerCase().includes(wanted.toLowerCase()))
    .map(({ slug, name, subtitle, iconUrl, color }) => ({
      key: `app:${slug}`,
      label: name,
      detail: subtitle,
      href: `/apps/${slug}`,
      app: { name, iconUrl, color },
    }));
}
