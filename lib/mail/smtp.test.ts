import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '@/lib/ids';
import { startMailServer, tokenIn } from '@/tests/mail-server';
import { textOf } from './letters';
import { smtpMailer } from './smtp';

const server = await startMailServer();
const mailer = (url = server.url) => smtpMailer({ url, from: 'store@apples.example', timeoutMs: 400 });
const token = 'A'.repeat(43);
const letter = (recipient: string) => ({
  id: newId(),
  recipient,
  createdAt: new Date('2026-03-04T05:06:07Z'),
  ...textOf({ kind: 'verify_email', link: `https://apples.example/verify/${token}` }, 'Äpfel & Birnen'),
});

beforeEach(() => {
  Object.assign(server.behaviour, { refusals: 0, isHanging: false });
});
afterAll(() => server.close());

describe('a mail server', () => {
  test('gets the letter as it is, from the store, and knows it again by its id', async () => {
    const sent = letter('ada@example.com');
    await mailer().send(sent, { name: 'Äpfel & Birnen' });
    const [received] = server.to('ada@example.com');
    expect(received).toMatchObject({ to: ['ada@example.com'], from: 'store@apples.example' });
    expect(received?.headers).toMatchObject({
      'message-id': `<${sent.id}@apples.example>`,
      date: 'Wed, 04 Mar 2026 05:06:07 +0000',
      'auto-submitted': 'auto-generated',
    });
    expect(received?.text.replaceAll('\r\n', '\n')).toBe(sent.body);
    expect(tokenIn(received?.text)).toBe(token);
  });

  test('cannot be made to send to others, nor get headers, by an address or a name', async () => {
    await mailer()
      .send(letter('"x, mallory@example.com" <eve@example.com>'), { name: 'A\r\nBcc: b@example.com' })
      .then(
        () => undefined,
        () => undefined,
      );
    expect([...server.to('mallory@example.com'), ...server.to('b@example.com')]).toEqual([]);
    await mailer().send(letter('bob@example.com'), { name: 'A\r\nBcc: b@example.com' });
    expect(server.to('bob@example.com')[0]?.headers).not.toHaveProperty('bcc');
  });

  test('that refuses is named with its code, and without the recipient', async () => {
    server.behaviour.refusals = 1;
    await expect(mailer().send(letter('carl@example.com'), { name: 'A' })).rejects.toMatchObject({
      name: 'MailRefused',
      message: expect.stringMatching(/450$/),
      reason: expect.stringContaining('Try again later'),
    });
    expect(server.to('carl@example.com')).toEqual([]);
  });

  test('that hangs is given up on', async () => {
    server.behaviour.isHanging = true;
    await expect(mailer().send(letter('dora@example.com'), { name: 'A' })).rejects.toMatchObject({
      message: 'the mail server did not take it: ETIMEDOUT',
    });
  }, 3_000);

  test('that is not there is said so', async () => {
    await expect(mailer('smtp://127.0.0.1:1').send(letter('e@example.com'), { name: 'A' })).rejects.toMatchObject({
      name: 'MailRefused',
      reason: expect.stringContaining('ECONNREFUSED'),
    });
  });
});
