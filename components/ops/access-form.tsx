'use client';

import { Notice } from '@/components/ui/notice';
import type { Settings } from '@/lib/settings-schema';
import { Choice, type Option } from './choice';
import { SettingsSection } from './settings-section';
import { useSettingsGroup } from './use-settings-group';

const accessOptions: Option<Settings['access']>[] = [
  { value: 'public', label: 'Everybody', text: 'Anyone can browse, search and read. Getting apps needs an account.' },
  {
    value: 'members',
    label: 'Members only',
    text: 'Strangers see the sign-in page and the legal pages, and nothing else. Search engines stay out.',
  },
];

const signUpOptions: Option<Settings['signUp']>[] = [
  { value: 'open', label: 'Open', text: 'Anyone can make an account.' },
  { value: 'invitation', label: 'By invitation', text: 'Only through a link that you make under Invitations.' },
  { value: 'closed', label: 'Closed', text: 'Nobody new. Invitations that are out do not work either.' },
];

export function AccessForm({ settings }: { settings: Settings }) {
  const group = useSettingsGroup({
    settings,
    read: ({ access, signUp }) => ({ access, signUp }),
    toPatch: (changed) => changed,
  });
  const { draft, edit } = group;
  return (
    <SettingsSection id="access" title="Access" text="Who sees the store, and who may join it." group={group}>
      <Choice
        legend="Who can look around"
        options={accessOptions}
        value={draft.access}
        onChange={(access) => edit({ access })}
      />
      <Choice
        legend="New accounts"
        options={signUpOptions}
        value={draft.signUp}
        onChange={(signUp) => edit({ signUp })}
      />
      {draft.access === 'members' && draft.signUp === 'open' ? (
        <Notice tone="warning">
          Members only, but anyone can become one: choose “By invitation” if this store is meant to be private.
        </Notice>
      ) : null}
    </SettingsSection>
  );
}
