'use client';

import { RotateCcw } from 'lucide-react';
import type { LimitName, Settings } from '@/lib/settings-schema';
import { NumberField } from './number-field';
import { SettingsSection } from './settings-section';
import { useSettingsGroup } from './use-settings-group';

const limits: { name: LimitName; title: string; per: string }[] = [
  { name: 'requests', title: 'Requests', per: 'an address' },
  { name: 'search', title: 'Searches', per: 'an address' },
  { name: 'signInAccount', title: 'Sign-in attempts', per: 'an account' },
  { name: 'signInAddress', title: 'Sign-in attempts', per: 'an address' },
  { name: 'signUp', title: 'Sign-ups', per: 'an address' },
  { name: 'emailTaken', title: 'Answers that an e-mail is taken', per: 'an address' },
  { name: 'purchaseRequests', title: 'Purchase requests', per: 'a person' },
  { name: 'reviews', title: 'Reviews written', per: 'a person' },
  { name: 'chargeAttempts', title: 'Charges tried', per: 'a person' },
];

export function LimitsForm({ settings, defaults }: { settings: Settings; defaults: Settings }) {
  const group = useSettingsGroup({
    settings,
    read: (values) => values.limits,
    toPatch: (changed) => ({ limits: changed }),
  });
  const { draft, edit, problem } = group;
  return (
    <SettingsSection
      id="limits"
      title="Limits"
      text="How much one visitor may ask for before the store says to wait. The defaults suit most stores."
      group={group}
    >
      <ul className="grid grid-cols-1 divide-y divide-line border-y border-line">
        {limits.map(({ name, title, per }) => {
          const { points, seconds } = draft[name];
          const usual = defaults.limits[name];
          const isUsual = points === usual.points && seconds === usual.seconds;
          const label = `${title} of ${per}`;
          return (
            <li key={name} className="grid grid-cols-1 gap-x-4 gap-y-2 py-3 sm:grid-cols-[1fr_auto] sm:items-start">
              <div className="min-w-0 sm:py-1">
                <p className="font-medium">{title}</p>
                <p className="text-13 text-muted">
                  of {per}
                  {isUsual ? null : ` · default ${usual.points} in ${usual.seconds} s`}
                </p>
              </div>
              <div className="flex items-start gap-2">
                <div className="w-24">
                  <NumberField
                    label={`${label}: how many`}
                    isLabelHidden
                    value={points}
                    onChange={(value) => edit({ [name]: { points: value, seconds } })}
                    problem={problem(`limits.${name}.points`)}
                  />
                </div>
                <span className="py-2.5 text-13 text-muted">in</span>
                <div className="w-24">
                  <NumberField
                    label={`${label}: in how many seconds`}
                    isLabelHidden
                    value={seconds}
                    onChange={(value) => edit({ [name]: { points, seconds: value } })}
                    problem={problem(`limits.${name}.seconds`)}
                  />
                </div>
                <span className="py-2.5 text-13 text-muted">s</span>
                <button
                  type="button"
                  aria-label={`${label}: back to the default`}
                  disabled={isUsual}
                  onClick={() => edit({ [name]: usual })}
                  className="grid size-11 place-items-center rounded-pill text-muted hover:bg-sunken hover:text-ink disabled:invisible"
                >
                  <RotateCcw className="size-4.5" aria-hidden="true" />
                </button>
              </div>
            </li>
          );
        })}
      </ul>
    </SettingsSection>
  );
}
