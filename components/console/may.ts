import { type OrganizationRole, type Permission, whyNot } from '@/lib/accounts/organizations/rules';

/** Why a member may not do that now; null when they may. */
export function refusalOf(
  role: OrganizationRole | null,
  permission: Permission,
  suspendedReason: string | null = null,
): string | null {
  if (suspendedReason !== null) return 'This organisation is suspended.';
  return role === null ? 'Only members may do this.' : whyNot(role, permission);
}
