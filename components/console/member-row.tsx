import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { controlClass } from '@/components/ui/field';
import { formatDate } from '@/components/ui/format';
import type { OrganizationRole } from '@/lib/accounts/organizations/rules';
import type { Member, Organization } from '@/lib/accounts/organizations/schema';
import { roleNames, rolesToGive, whyNotChange, whyNotRemove } from './member-rules';

type Props = {
  member: Member;
  members: readonly Member[];
  organization: Organization;
  isChanging: boolean;
  onRole: (role: OrganizationRole) => void;
  onRemove: () => void;
};

/** One member: the role, what it allows, and the ways to change or to end it. */
export function MemberRow({ member, members, organization, isChanging, onRole, onRemove }: Props) {
  const id = useId();
  const noChange = whyNotChange(organization, member, members);
  const noRemove = whyNotRemove(organization, member, members);
  const roles = [...new Set([...rolesToGive(organization.role), member.role])];
  const why = noChange ?? noRemove;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 py-4">
      <div className="min-w-0 flex-1 basis-64">
        <p className="truncate font-medium">
          <bdi>{member.name}</bdi>
          {member.isMe ? <span className="ms-2 text-13 font-normal text-muted">you</span> : null}
        </p>
        <p className="truncate text-13 text-muted">{member.email}</p>
        <p className="text-13 text-muted numerals">Since {formatDate(member.joinedAt)}</p>
        {member.role === 'owner' && why !== null && members.length > 0 && organization.role === 'owner' ? (
          <p id={`${id}-why`} className="mt-1 text-13 text-amber-text">
            {why}
          </p>
        ) : null}
      </div>
      <div className="flex gap-2">
        <label htmlFor={`${id}-role`} className="sr-only">
          Role of {member.name}
        </label>
        <select
          id={`${id}-role`}
          value={member.role}
          disabled={noChange !== null || isChanging}
          title={noChange ?? undefined}
          aria-busy={isChanging || undefined}
          onChange={(event) => {
            const role = roles.find((one) => one === event.target.value);
            if (role) onRole(role);
          }}
          className={cx(controlClass, 'select-arrow w-auto pe-9 disabled:opacity-60')}
        >
          {roles.map((role) => (
            <option key={role} value={role}>
              {roleNames[role]}
            </option>
          ))}
        </select>
        <Button
          tone="soft"
          disabled={noRemove !== null}
          title={noRemove ?? undefined}
          aria-label={member.isMe ? `Leave ${organization.name}` : `Remove ${member.name}`}
          onClick={onRemove}
        >
          {member.isMe ? 'Leave' : 'Remove'}
        </Button>
      </div>
    </li>
  );
}
