import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '@/lib/ids';
import { sandboxCards } from '@/lib/payments/rules';
import { type Offer, wishFor } from '../bench/shop';
import type { Proof, RedisState } from './proof';
import type { Shopper } from './processes';
import type { Errand } from './shopper';
import { buyPoints, freePoints, type Point, refundPoints, type stopper, victim } from './stop-points';

const atOnce = 50;

type Stopper = Awaited<ReturnType<typeof stopper>>;

/** A process dies at the point; the client that tries again, or the completer, brings it to its end. */
async function dieAndRecover(
  proof: Proof,
  stop: Stopper,
  state: RedisState,
  point: Point,
  errand: Errand,
  byClient: boolean,
) {
  const scene = `killed ${point[0]} · Redis ${state}`;
  await stop.arm(point);
  const dying = await proof.start(victim, state);
  const attempt = proof.send(scene, dying, errand);
  await stop.arrival();
  await dying.kill();
  await attempt;
  await stop.disarm(point);
  const heir = await proof.shopper(state);
  if (errand.kind === 'buy') await proof.send(scene, heir, errand);
  await proof.age(state);
  if (!byClient) await proof.send(scene, heir, { kind: 'complete' });
  await proof.insist(scene, heir, errand);
}

/** Every point as many times as `passes` says, in turns with Redis in each of the states. */
export async function killEverywhere(
  proof: Proof,
  stop: Stopper,
  { states, passes }: { states: readonly RedisState[]; passes: number },
): Promise<void> {
  let turn = 0;
  const stateOf = () => states[turn % states.length] as RedisState;
  for (let pass = 0; pass < passes; pass += 1) {
    const cases: [Point, () => Promise<Errand>][] = [
      ...buyPoints.map((point): [Point, () => Promise<Errand>] => [point, async () => purchase(proof, proof.paid())]),
      ...freePoints.map((point): [Point, () => Promise<Errand>] => [point, async () => purchase(proof, proof.free())]),
      ...refundPoints.map((point): [Point, () => Promise<Errand>] => [point, () => refund(proof)]),
    ];
    for (const [point, errandOf] of cases) {
      const state = stateOf();
      const errand = await errandOf();
      await proof.withRedis(state, () => dieAndRecover(proof, stop, state, point, errand, turn % 2 === 0));
      turn += 1;
    }
    turn += 1;
  }
}

const purchase = (proof: Proof, offer: Offer, card?: string): Errand & { kind: 'buy' } => ({
  kind: 'buy',
  actor: proof.person(),
  key: newId(),
  body: wishFor(offer, card),
});

async function refund(proof: Proof): Promise<Errand> {
  const errand = purchase(proof, proof.paid());
  const bought = await proof.insist('bought, to be refunded', await proof.shopper('none'), errand);
  return { kind: 'refund', actor: errand.actor, purchaseId: JSON.parse(bought.body).purchase.id };
}

/** Each card, by a client that goes on until it knows, or goes away and leaves it to the completer. */
export async function buyWithEveryCard(proof: Proof, state: RedisState): Promise<void> {
  const shopper = await proof.shopper(state);
  for (const card of Object.keys(sandboxCards)) {
    const scene = `${card} · Redis ${state}`;
    for (const isPatient of [true, false]) {
      const errand = purchase(proof, proof.paid(), card);
      await proof.send(scene, shopper, errand);
      if (isPatient) await Promise.all([1, 2, 3].map(() => proof.send(scene, shopper, errand)));
      // The breaker lets somebody through again.
      await sleep(250);
      await proof.age(state);
      await proof.send(scene, shopper, { kind: 'complete' });
      await proof.insist(scene, shopper, errand);
    }
  }
}

/** Many at once, in three processes. */
export async function rush(proof: Proof, state: RedisState): Promise<void> {
  const shoppers = await Promise.all([0, 1, 2].map((n) => proof.shopper(state, n)));
  const to = (n: number) => shoppers[n % shoppers.length] as Shopper;
  for (const offer of [proof.paid(), proof.free()]) {
    const what = offer.amountMinor > 0 ? 'paid' : 'free';
    const same = purchase(proof, offer);
    const many = Array.from({ length: atOnce }, (_, n) => n);
    await Promise.all(many.map((n) => proof.send(`${atOnce} with one key, ${what} · Redis ${state}`, to(n), same)));
    const other = purchase(proof, offer);
    await Promise.all(
      many.map((n) =>
        proof.send(`${atOnce} keys for one app, ${what} · Redis ${state}`, to(n), { ...other, key: newId() }),
      ),
    );
  }
  const raced = `webhook and client at once · Redis ${state}`;
  for (const card of ['sandbox:webhook_first', 'sandbox:answers_twice', 'sandbox:timeout_after']) {
    const errand = purchase(proof, proof.paid(), card);
    await Promise.all([0, 1, 2].map((n) => proof.send(raced, to(n), errand)));
    await proof.age(state);
    await Promise.all([
      ...[0, 1, 2].map((n) => proof.send(raced, to(n), { kind: 'complete' })),
      ...[0, 1, 2].map((n) => proof.send(raced, to(n), errand)),
    ]);
    await proof.insist(raced, to(0), errand);
    if (card === 'sandbox:webhook_first') await refundAtOnce(proof, errand, to);
  }
}

async function refundAtOnce(proof: Proof, { actor, key }: Errand & { kind: 'buy' }, to: (n: number) => Shopper) {
  const bought = proof.told.find((told) => told.key === key && told.status === 201);
  if (!bought) return;
  const errand: Errand = { kind: 'refund', actor, purchaseId: JSON.parse(bought.body).purchase.id };
  await Promise.all(
    Array.from({ length: 20 }, (_, n) => proof.send('20 refunds of one purchase at once', to(n), errand)),
  );
}

/** Buying without end while processes are killed and Redis comes and goes, at random. */
export async function storm(proof: Proof, seconds: number): Promise<void> {
  const scene = 'storm: a process killed every second, Redis coming and going';
  const until = Date.now() + seconds * 1000;
  const cards = ['sandbox:ok', 'sandbox:ok', 'sandbox:ok', 'sandbox:card_declined', 'sandbox:webhook_twice'];
  const open: Errand[] = [];
  const client = async (n: number) => {
    while (Date.now() < until) {
      const shopper = await proof.start(`storm ${n}`, 'up');
      const dies = sleep(300 + Math.random() * 1500).then(() => shopper.kill());
      for (let isAlive = true; isAlive; ) {
        const errand = purchase(proof, proof.paid(), cards[Math.floor(Math.random() * cards.length)]);
        open.push(errand);
        isAlive = (await proof.send(scene, shopper, errand)) !== null;
      }
      await dies;
    }
  };
  const redis = async () => {
    while (Date.now() < until) {
      for (const state of ['down', 'up', 'hung', 'up'] as const) {
        await proof.withRedis(state, () => sleep(1_500).then(() => undefined));
      }
    }
  };
  await Promise.all([client(0), client(1), client(2), redis()]);
  await proof.age('up');
  const heir = await proof.shopper('none');
  await proof.send(scene, heir, { kind: 'complete' });
  for (const errand of open) await proof.insist(scene, heir, errand);
}
