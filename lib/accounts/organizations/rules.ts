export const organizationRoles = ['owner', 'admin', 'marketer', 'viewer'] as const;
export type OrganizationRole = (typeof organizationRoles)[number];

/** What a key of the API may be allowed. */
export const keyScopes = ['read', 'listing', 'respond', 'release'] as const;

/**
 * What members may do: see everything; change texts and pictures; answer reviews; make apps and versions, set prices,
 * hand in and release; run members, keys, profile and domain; transfer apps, name owners and delete the organisation.
 */
export const permissions = ['read', 'listing', 'respond', 'release', 'manage', 'own'] as const;
export type Permission = (typeof permissions)[number];

const granted: Record<OrganizationRole, readonly Permission[]> = {
  owner: permissions,
  admin: ['read', 'listing', 'respond', 'release', 'manage'],
  marketer: ['read', 'listing', 'respond'],
  viewer: ['read'],
};

/** The one table of what a role may do, for commands, routes and buttons. */
export const may = (role: OrganizationRole, permission: Permission): boolean => granted[role].includes(permission);

/** Why a member's button is out of use; null when it is not. */
export const whyNot = (role: OrganizationRole, permission: Permission): string | null =>
  may(role, permission) ? null : `This needs the role ${roleFor(permission)}.`;

const roleFor = (permission: Permission) =>
  [...organizationRoles].reverse().find((role) => may(role, permission)) ?? 'owner';

/** An invitation to an organisation works this long. */
export const memberInvitationLifetimeMs = 7 * 86_400_000;

/** How many organisations a person may own, and how many keys that work one may have. */
export const maxOwnedOrganizations = 20;
export const maxLiveKeys = 20;

/** The page that the link of an invitation leads to. */
export const joinPath = (token: string) => `/join/${token}`;
/** Where its members see each other. */
export const membersPath = (slug: string) => `/console/${slug}/members`;

/** Keys begin with this, so that scanners of leaked secrets know them. */
export const keyPrefix = 'pk_';

/** Where an organisation puts the token that proves its domain. */
export const wellKnownPath = '/.well-known/pomona-verification.txt';
export const dnsName = (domain: string) => `_pomona.${domain}`;
export const dnsValue = (token: string) => `pomona-verification=${token}`;
