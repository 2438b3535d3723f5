'use client';

import type { Settings } from '@/lib/settings-schema';
import { Choice, type Option } from './choice';
import { SettingsSection } from './settings-section';
import { useSettingsGroup } from './use-settings-group';

type Version = `${Settings['integrityVersion']}`;

const versions: Option<Version>[] = [
  {
    value: '2',
    label: 'Version 2',
    text: 'Six signals with a text model, bursts whose baseline a campaign cannot raise, and copies. The usual choice.',
  },
  {
    value: '1',
    label: 'Version 1',
    text: 'The six rules alone, without a model. It rejects no owner of an app and misses most campaigns.',
  },
];

export function IntegrityForm({ settings }: { settings: Settings }) {
  const group = useSettingsGroup({
    settings,
    read: ({ integrityVersion }) => ({ integrityVersion }),
    toPatch: (changed) => changed,
  });
  const { draft, edit } = group;
  return (
    <SettingsSection
      id="integrity"
      title="Reviews"
      text="How reviews are scored before others see them. What was scored keeps its score."
      group={group}
    >
      <Choice
        legend="Formula"
        options={versions}
        value={`${draft.integrityVersion}`}
        onChange={(version) => edit({ integrityVersion: version === '1' ? 1 : 2 })}
      />
    </SettingsSection>
  );
}
