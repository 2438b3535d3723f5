import { eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { mails, users } from '@/db/schema';
import { eraseMe } from '@/lib/accounts/erase-me';
import { newId } from '@/lib/ids';
import { testDatabase } from '@/tests/database';
import { createActor, PASSWORD } from '@/tests/factories';
import { tokenIn } from '@/tests/mail-server';
import { createTeam } from '@/tests/organizations';
import { getOpenInvitation } from './invitations';
import { inviteMember } from './invite-member';

// Nothing is sent to it here: what matters is that the store would.
vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:1');
vi.stubEnv('MAIL_FROM', 'store@example.com');

const t = testDatabase();
const letters = (to: string) => t.db.select().from(mails).where(eq(mails.recipient, to));

test('the letter of an invitation holds the link and nothing that somebody typed', async () => {
  const { id, organization, owner } = await createTeam(t.db);
  const email = `${newId()}@example.com`;
  const { link } = await inviteMember(t.ctx({ actor: owner }), id, { role: 'viewer', email });
  const [letter, ...others] = await letters(email);
  expect(others).toEqual([]);
  expect(letter).toMatchObject({ kind: 'invitation', userId: null });
  expect(letter?.subject).toBe('You are invited to an organisation at Pomona');
  expect(tokenIn(letter?.body)).toBe(tokenIn(link));
  expect(letter?.body).not.toContain(organization.name);
});

test('an invitation and its letter go with the account of the address that it was sent to', async () => {
  const { id, owner } = await createTeam(t.db);
  const person = await createActor(t.db);
  const [{ email } = { email: '' }] = await t.db.select().from(users).where(eq(users.id, person.userId));
  const { link } = await inviteMember(t.ctx({ actor: owner }), id, { role: 'viewer', email: email.toUpperCase() });
  await eraseMe(t.ctx({ actor: person }), { password: PASSWORD, reviews: 'keep' });
  expect(await letters(email)).toEqual([]);
  const opening = getOpenInvitation(t.ctx(), tokenIn(link));
  await expect(opening).rejects.toMatchObject({ code: 'invitation_invalid' });
});
