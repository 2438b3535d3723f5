'use client';

import { TextField } from '@/components/ui/field';
import type { Settings } from '@/lib/settings-schema';
import { AccentField } from './accent-field';
import { SettingsSection } from './settings-section';
import { useSettingsGroup } from './use-settings-group';

export function IdentityForm({ settings, defaultHue }: { settings: Settings; defaultHue: number }) {
  const group = useSettingsGroup({
    settings,
    read: ({ storeName, tagline, supportEmail, accentHue }) => ({ storeName, tagline, supportEmail, accentHue }),
    toPatch: (changed) => changed,
  });
  const { draft, edit, problem } = group;
  return (
    <SettingsSection id="identity" title="Identity" text="How this store calls itself, everywhere." group={group}>
      <TextField
        label="Name"
        value={draft.storeName}
        onChange={(event) => edit({ storeName: event.target.value })}
        problem={problem('storeName')}
        maxLength={60}
        autoComplete="off"
        className="sm:max-w-80"
      />
      <TextField
        label="Tagline"
        value={draft.tagline}
        onChange={(event) => edit({ tagline: event.target.value })}
        problem={problem('tagline')}
        hint={`One sentence for the footer and search engines. ${140 - draft.tagline.length} characters left.`}
        maxLength={140}
        autoComplete="off"
      />
      <TextField
        label="Support e-mail"
        type="email"
        value={draft.supportEmail}
        onChange={(event) => edit({ supportEmail: event.target.value })}
        problem={problem('supportEmail')}
        hint="Shown in the footer. Leave it empty to show none."
        autoComplete="off"
        className="sm:max-w-80"
      />
      <AccentField hue={draft.accentHue} defaultHue={defaultHue} onChange={(accentHue) => edit({ accentHue })} />
    </SettingsSection>
  );
}
