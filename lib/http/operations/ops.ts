import { health } from '@/lib/health-schema';
import { scheduledJobList } from '@/lib/events/schema';
import { z } from 'zod';
import { peopleQuery, person, updateUserBody } from '@/lib/accounts/schema';
import {
  deadLetter,
  deadLettersQuery,
  discardDeadLettersBody,
  discardedLetters,
  queueList,
  retriedLetters,
  retryDeadLettersBody,
  updateQueueBody,
} from '@/lib/events/schema';
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
  'GET /ops/health': {
    tag: 'Operations',
    summary: 'What the store depends on, the workers that live and the breakers of this process',
    auth: 'admin',
    responses: { 200: health },
  },
  'GET /ops/jobs': {
    tag: 'Operations',
    summary: 'What comes round by the clock, with its last run and its next',
    auth: 'admin',
    responses: { 200: scheduledJobList },
  },
  'POST /ops/jobs/{job}/run': {
    tag: 'Operations',
    summary: 'Run a job now; a worker takes it within 2 s',
    auth: 'admin',
    params: z.object({ job: z.string().max(100) }),
    responses: { 202: null },
  },
  'GET /ops/queues': {
    tag: 'Operations',
    summary: 'Every queue: what waits, since when, what is in hand, what died, whether it is paused',
    auth: 'admin',
    responses: { 200: queueList },
  },
  'PATCH /ops/queues/{queue}': {
    tag: 'Operations',
    summary: 'Pause a queue or let it go on; every worker follows within 2 s',
    auth: 'admin',
    params: z.object({ queue: z.string().max(100) }),
    body: updateQueueBody,
    responses: { 204: null },
  },
  'GET /ops/dead-letters': {
    tag: 'Operations',
    summary: 'Messages that no attempt could handle, the latest first',
    auth: 'admin',
    query: deadLettersQuery,
    responses: { 200: page(deadLetter) },
    errors: ['invalid_cursor'],
  },
  'POST /ops/dead-letters/retry': {
    tag: 'Operations',
    summary: 'Send dead messages again: some by id, those of a queue, or all',
    auth: 'admin',
    body: retryDeadLettersBody,
    responses: { 200: retriedLetters },
  },
  'POST /ops/dead-letters/discard': {
    tag: 'Operations',
    summary: 'Forget dead messages for good, with a reason for the audit log',
    auth: 'admin',
    body: discardDeadLettersBody,
    responses: { 200: discardedLetters },
  },
});
