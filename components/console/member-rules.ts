import { may, type OrganizationRole, organizationRoles, type Permission } from '@/lib/accounts/organizations/rules';
import type { Member } from '@/lib/accounts/organizations/schema';
import { refusalOf } from './may';

const permissionWords: Record<Permission, string> = {
  read: 'see everything',
  listing: 'change texts and pictures',
  respond: 'answer reviews',
  release: 'make apps and versions, set prices, hand in and release',
  manage: 'run members, keys, profile and domain',
  own: 'transfer apps, name owners and delete the organisation',
};

export const roleNames: Record<OrganizationRole, string> = {
  owner: 'Owner',
  admin: 'Admin',
  marketer: 'Marketer',
  viewer: 'Viewer',
};

const everything = Object.keys(permissionWords) as Permission[];

const sentence = (parts: string[]) => {
  const [first = '', ...rest] = parts;
  const text = rest.length === 0 ? first : `${[first, ...rest.slice(0, -1)].join('; ')}; and ${rest.at(-1)}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};

/** What a role may do, in a sentence made of the table that commands go by. */
export const roleWords = (role: OrganizationRole): string =>
  sentence(everything.filter((permission) => may(role, permission)).map((permission) => permissionWords[permission]));

/** Roles that I may give to somebody: owners are named by owners alone. */
export const rolesToGive = (mine: OrganizationRole | null): readonly OrganizationRole[] =>
  organizationRoles.filter((role) => mine !== null && may(mine, role === 'owner' ? 'own' : 'manage'));

type Me = { role: OrganizationRole | null; suspendedReason: string | null };

const isLastOwner = (member: Member, members: readonly Member[]) =>
  member.role === 'owner' && members.filter(({ role }) => role === 'owner').length === 1;

/** Why I may not change what a member may do; null when I may. */
export function whyNotChange(me: Me, member: Member, members: readonly Member[]): string | null {
  const refusal = refusalOf(me.role, member.role === 'owner' ? 'own' : 'manage', me.suspendedReason);
  if (refusal !== null) return refusal;
  return isLastOwner(member, members) ? 'The last owner stays owner. Make somebody else an owner first.' : null;
}

/** Why a member cannot be removed by me, or why I cannot leave; null when it goes. */
export function whyNotRemove(me: Me, member: Member, members: readonly Member[]): string | null {
  if (!member.isMe) return whyNotChange(me, member, members);
  return isLastOwner(member, members)
    ? 'You are the last owner. Make somebody else an owner first, or delete the organisation.'
    : null;
}
