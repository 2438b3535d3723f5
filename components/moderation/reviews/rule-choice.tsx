import { useId } from 'react';
import { type ReviewRuleId, reviewRules } from '@/lib/moderation/reviews/rules';
import { RuleFields, RuleOption } from '../rule-fields';

type Props = {
  value: ReviewRuleId | null;
  onChange: (value: ReviewRuleId) => void;
  problem: string | null;
  className?: string;
};

export const missingRuleText = 'Choose the rule that it breaks.';

/** The rule of a digit: 1 is the first. */
export const ruleOfKey = (key: string): ReviewRuleId | null =>
  /^[1-9]$/.test(key) ? (reviewRules[Number(key) - 1]?.id ?? null) : null;

/** The one rule that a review breaks; digits choose too. */
export function RuleChoice({ value, onChange, problem, className }: Props) {
  const name = useId();
  return (
    <RuleFields
      href="/transparency#rules"
      linkText="As authors read them"
      problem={problem}
      className={className}
      onKeyDown={(event) => {
        const rule = event.ctrlKey || event.metaKey || event.altKey ? null : ruleOfKey(event.key);
        if (rule === null) return;
        event.preventDefault();
        onChange(rule);
        event.currentTarget.querySelector<HTMLElement>(`input[value="${rule}"]`)?.focus();
      }}
    >
      {reviewRules.map((rule) => (
        <RuleOption
          key={rule.id}
          rule={rule}
          type="radio"
          name={name}
          isChecked={value === rule.id}
          onCheck={() => onChange(rule.id)}
        />
      ))}
    </RuleFields>
  );
}
