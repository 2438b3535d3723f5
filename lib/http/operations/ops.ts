import { z } from 'zod';
import { peopleQuery, person, updateUserBody } from '@/lib/accounts/schema';
import { defineOperations } from '@/lib/http/operation';
import { mail, mailsQuery } from '@/lib/mail/schema';
import { page } from '@/lib/pagination';
import { settingsPatch, settingsView } from '@/lib/settings-schema';

export const opsOperations = defineOperations({
  'GET /ops/settings': {
    tag: 'Operations',
    summary: 'Every setting of the store, its default, and which differ from it',
    auth: 'admin',
    responses: { 200: settingsView },
  },
  'PATCH /ops/settings': {
    tag: 'Operations',
    summary: 'Change settings, each on its own; in force everywhere within 5 s',
    auth: 'admin',
    body: settingsPatch,
    responses: { 200: settingsView },
  },
  'PUT /ops/settings/logo': {
    tag: 'Operations',
    summary: 'Make a picture the store’s logo: up to 1 MiB, sides of 64 to 4096 pixels; it is made square',
    auth: 'admin',
    file: ['image/png', 'image/webp', 'image/jpeg'],
    responses: { 200: z.object({ logoId: z.uuid() }) },
    errors: ['picture_type_unknown', 'picture_size', 'picture_unreadable', 'body_too_large'],
  },
  'DELETE /ops/settings/logo': {
    tag: 'Operations',
    summary: 'Take the logo away; Pomona’s mark stands for the store again',
    auth: 'admin',
    responses: { 204: null },
  },
  'GET /ops/users': {
    tag: 'Operations',
    summary: 'Accounts, newest first; by address where q is the beginning of one',
    auth: 'admin',
    query: peopleQuery,
    responses: { 200: page(person) },
    errors: ['invalid_cursor'],
  },
  'PATCH /ops/users/{id}': {
    tag: 'Operations',
    summary: 'Give or take roles, suspend or restore an account',
    auth: 'admin',
    params: z.object({ id: z.uuid() }),
    body: updateUserBody,
    responses: { 200: person },
    errors: ['last_admin', 'own_account'],
  },
  'GET /ops/mail': {
    tag: 'Operations',
    summary: 'Letters of the store, newest first; without a mail server they are read here',
    auth: 'admin',
    query: mailsQuery,
    responses: { 200: page(mail) },
    errors: ['invalid_cursor'],
  },
});
