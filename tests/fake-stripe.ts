import { createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { fakeStripeObjects, StripeProblem } from './fake-stripe-objects';

/**
 * `hang`: no answer, and nothing done. `down`: 503, and nothing done. `limit`: 429. `fail`: 500, nothing done, and the
 * answer is kept under the key. `break`: the same, but it was done. `lose`: done, and the answer never comes.
 */
type Trouble = 'hang' | 'down' | 'limit' | 'fail' | 'break' | 'lose';

type Answer = { status: number; body: unknown };

const problem = (status: number, error: Record<string, unknown>): Answer => ({ status, body: { error } });

/**
 * A fake of the Stripe API on loopback, written from what Stripe publishes about it: forms in, JSON out, error objects,
 * idempotency keys, test payment methods. It knows what the store needs and refuses the rest.
 */
export async function startFakeStripe() {
  const secretKey = 'sk_test_fake';
  const webhookSecret = 'whsec_fake';
  const troubles: { path: RegExp; kind: Trouble }[] = [];
  const requests: { method: string; path: string; key: string | null }[] = [];
  const keys = new Map<string, { request: string; answer: Answer | null }>();
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      answerWith(response, problem(500, { type: 'api_error', message: String(error) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const objects = fakeStripeObjects(url);

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    const method = request.method ?? 'GET';
    if (pathname.startsWith('/pay/')) {
      response.writeHead(303, { Location: objects.completeSession(pathname.slice('/pay/'.length)) }).end();
      return;
    }
    const key = method === 'POST' ? (request.headers['idempotency-key']?.toString() ?? null) : null;
    requests.push({ method, path: pathname, key });
    const body = method === 'POST' ? await text(request) : '';
    const trouble = takeTrouble(`${method} ${pathname}`);
    if (trouble === 'hang') return;
    if (trouble === 'down') return answerWith(response, problem(503, { type: 'api_error', message: 'Not now.' }));
    if (trouble === 'limit') {
      return answerWith(
        response,
        problem(429, { type: 'invalid_request_error', code: 'rate_limit', message: 'Slower.' }),
      );
    }
    if (request.headers.authorization !== `Bearer ${secretKey}`) {
      return answerWith(response, problem(401, { type: 'invalid_request_error', message: 'Invalid API Key provided' }));
    }
    const work = () => objects.serve(method, pathname, method === 'POST' ? new URLSearchParams(body) : searchParams);
    const { answer, isReplayed } = key
      ? await keyed(key, `${method} ${pathname} ${body}`, () => run(work, trouble))
      : { answer: run(work, trouble), isReplayed: false };
    if (trouble === 'lose') return void response.destroy();
    answerWith(response, answer, key, isReplayed);
  }

  function takeTrouble(request: string): Trouble | null {
    const at = troubles.findIndex(({ path }) => path.test(request));
    return at < 0 ? null : (troubles.splice(at, 1)[0]?.kind ?? null);
  }

  function run(work: () => unknown, trouble: Trouble | null): Answer {
    const broken = problem(500, { type: 'api_error', message: 'Something broke at Stripe.' });
    if (trouble === 'fail') return broken;
    try {
      // As it is now: what is kept under a key does not change with the object.
      const body = structuredClone(work());
      return trouble === 'break' ? broken : { status: 200, body };
    } catch (error) {
      if (!(error instanceof StripeProblem)) throw error;
      return problem(error.status, structuredClone(error.error));
    }
  }

  async function keyed(
    key: string,
    request: string,
    work: () => Answer,
  ): Promise<{ answer: Answer; isReplayed: boolean }> {
    const known = keys.get(key);
    if (known && known.request !== request) {
      const message = `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`;
      return { answer: problem(400, { type: 'idempotency_error', message }), isReplayed: false };
    }
    if (known?.answer) return { answer: known.answer, isReplayed: true };
    if (known) {
      const message = `There is currently another in-progress request using this Idempotent Key: ${key}`;
      return {
        answer: problem(409, { type: 'idempotency_error', code: 'idempotency_key_in_use', message }),
        isReplayed: false,
      };
    }
    const claim: { request: string; answer: Answer | null } = { request, answer: null };
    keys.set(key, claim);
    await sleep(5);
    const answer = work();
    // What fails validation never began, and is not kept.
    const isInvalid = answer.status === 400 && !JSON.stringify(answer.body).includes('unexpected_state');
    if (isInvalid) keys.delete(key);
    else claim.answer = answer;
    return { answer, isReplayed: false };
  }

  return {
    url,
    settings: { secretKey, webhookSecret, apiUrl: url },
    objects,
    requests,
    /** What goes wrong with the next request of that method and path. */
    trouble: (path: RegExp, kind: Trouble) => void troubles.push({ path, kind }),
    /** What Stripe may do after 24 hours. */
    forgetKeys: () => keys.clear(),
    sign: (event: unknown, options: { secret?: string; ageMs?: number } = {}) =>
      signStripe(webhookSecret, event, options),
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export type FakeStripe = Awaited<ReturnType<typeof startFakeStripe>>;

/** A webhook as Stripe posts it. */
export function signStripe(
  webhookSecret: string,
  event: unknown,
  { secret = webhookSecret, ageMs = 0 }: { secret?: string; ageMs?: number } = {},
) {
  const body = typeof event === 'string' ? event : JSON.stringify(event);
  const time = Math.floor((Date.now() - ageMs) / 1000);
  const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
  return { body, headers: new Headers({ 'stripe-signature': `t=${time},v1=${signature}` }) };
}

export const stripeEvent = (type: string, object: unknown) => ({
  id: `evt_${randomBytes(8).toString('hex')}`,
  object: 'event',
  type,
  created: Math.floor(Date.now() / 1000),
  livemode: false,
  data: { object },
});

function answerWith(response: ServerResponse, { status, body }: Answer, key: string | null = null, isReplayed = false) {
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Request-Id': `req_${randomBytes(6).toString('hex')}`,
    ...(key ? { 'Idempotency-Key': key } : {}),
    ...(isReplayed ? { 'Idempotent-Replayed': 'true' } : {}),
  });
  response.end(JSON.stringify(body));
}
