import { z } from 'zod';
import { changePasswordBody, me, session, signUpBody, updateMeBody } from '@/lib/accounts/schema';
import { defineOperations } from '@/lib/http/operation';

export const accountOperations = defineOperations({
  'POST /accounts': {
    tag: 'Accounts',
    summary: 'Sign up. Sign in afterwards through /api/auth/csrf and /api/auth/callback/credentials.',
    auth: 'none',
    body: signUpBody,
    responses: { 201: me },
    errors: ['email_taken', 'password_too_common', 'sign_up_closed'],
  },
  'GET /me': { tag: 'Accounts', summary: 'Who I am', auth: 'user', responses: { 200: me } },
  'PATCH /me': {
    tag: 'Accounts',
    summary: 'Change my name or country (once in 30 days)',
    auth: 'user',
    body: updateMeBody,
    responses: { 200: me },
    errors: ['country_locked'],
  },
  'PUT /me/password': {
    tag: 'Accounts',
    summary: 'Change my password; ends every other session',
    auth: 'user',
    body: changePasswordBody,
    responses: { 204: null },
    errors: ['wrong_password', 'password_too_common'],
  },
  'GET /me/sessions': {
    tag: 'Accounts',
    summary: 'Where I am signed in',
    auth: 'user',
    responses: { 200: z.object({ items: z.array(session) }) },
  },
  'DELETE /me/sessions': {
    tag: 'Accounts',
    summary: 'Sign out everywhere, here too',
    auth: 'user',
    responses: { 204: null },
  },
  'DELETE /me/sessions/{id}': {
    tag: 'Accounts',
    summary: 'End one of my sessions',
    auth: 'user',
    params: z.object({ id: z.uuid() }),
    responses: { 204: null },
  },
  'GET /set-password/{token}': {
    tag: 'Accounts',
    summary: 'Whether a one-time link to set a password still works',
    auth: 'none',
    params: z.object({ token: z.string().min(20).max(100) }),
    responses: { 200: z.object({ email: z.string(), expiresAt: z.string() }) },
    errors: ['link_invalid'],
  },
  'PUT /set-password/{token}': {
    tag: 'Accounts',
    summary: 'Set a password through a one-time link; ends every session of the account',
    auth: 'none',
    params: z.object({ token: z.string().min(20).max(100) }),
    body: changePasswordBody.pick({ newPassword: true }),
    responses: { 204: null },
    errors: ['link_invalid', 'password_too_common'],
  },
});
