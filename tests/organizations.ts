import { POST as createKey } from '@/app/api/v1/console/keys/route';
import { organizationMembers } from '@/db/schema';
import type { Db } from '@/db/client';
import { keyScopes, type OrganizationRole, organizationRoles } from '@/lib/accounts/organizations/rules';
import type { KeyActor, UserActor } from '@/lib/context';
import { newId } from '@/lib/ids';
import { createActor, createOrganization, createUser, PASSWORD } from './factories';
import { type Visitor, visitor } from './visitor';

type Organization = Awaited<ReturnType<typeof createOrganization>>;
export type Team = Record<OrganizationRole | 'stranger', UserActor> & { organization: Organization; id: string };

/** A person with that role in an organisation. */
export async function addMember(db: Db, organizationId: string, role: OrganizationRole): Promise<UserActor> {
  const actor = await createActor(db);
  await db.insert(organizationMembers).values({ organizationId, userId: actor.userId, role, createdAt: new Date() });
  return actor;
}

/** An organisation with a member of each role, and somebody who owns another one. */
export async function createTeam(db: Db, values: Parameters<typeof createOrganization>[1] = {}): Promise<Team> {
  const owner = await createActor(db);
  const organization = await createOrganization(db, { ...values, ownerId: owner.userId });
  const stranger = await createActor(db);
  await createOrganization(db, { ownerId: stranger.userId });
  const { id } = organization;
  return {
    organization,
    id,
    owner,
    admin: await addMember(db, id, 'admin'),
    marketer: await addMember(db, id, 'marketer'),
    viewer: await addMember(db, id, 'viewer'),
    stranger,
  };
}

/** A program with a key of an organisation, as commands see it. */
export const keyActor = (organizationId: string, ...scopes: KeyActor['scopes'][number][]): KeyActor => ({
  kind: 'api_key',
  keyId: newId(),
  organizationId,
  scopes,
});

type Role = OrganizationRole | 'stranger';
type SignedIn = { client: Visitor; id: string };

/** A team whose people are signed in, and a key that may do everything that a key can. */
export async function createSignedInTeam(db: Db) {
  const person = async (): Promise<SignedIn> => {
    const { id, email } = await createUser(db);
    const client = visitor();
    await client.signIn(email, PASSWORD);
    return { client, id };
  };
  const people = Object.fromEntries(
    await Promise.all([...organizationRoles, 'stranger' as const].map(async (role) => [role, await person()])),
  ) as Record<Role, SignedIn>;
  const { id, slug } = await createOrganization(db, { ownerId: people.owner.id });
  await db.insert(organizationMembers).values(
    (['viewer', 'marketer', 'admin'] as const).map((role) => ({
      organizationId: id,
      userId: people[role].id,
      role,
      createdAt: new Date(),
    })),
  );
  const made = await people.owner.client.call(createKey, 'POST', '/api/v1/console/keys', {
    json: { organization: slug, name: 'CI', scopes: keyScopes },
  });
  const { key, id: keyId } = (await made.json()) as { key: string; id: string };
  return { id, slug, people, key, keyId };
}

export const bearer = (key: string) => ({ headers: { authorization: `Bearer ${key}` } });
