import { type GuidelineId, guidelines } from '@/lib/moderation/rules';
import { RuleFields, RuleOption } from './rule-fields';

type Props = {
  value: readonly GuidelineId[];
  onChange: (value: GuidelineId[]) => void;
  problem?: string | null;
};

/** The guidelines that a version breaks, one or several. */
export function GuidelineChoice({ value, onChange, problem }: Props) {
  return (
    <RuleFields
      href="/guidelines"
      linkText="All of them in full"
      problem={problem}
      className="max-h-80 overflow-y-auto"
    >
      {guidelines.map((rule) => (
        <RuleOption
          key={rule.id}
          rule={rule}
          type="checkbox"
          isChecked={value.includes(rule.id)}
          onCheck={(isChecked) =>
            onChange(isChecked ? [...value, rule.id] : value.filter((other) => other !== rule.id))
          }
        />
      ))}
    </RuleFields>
  );
}
