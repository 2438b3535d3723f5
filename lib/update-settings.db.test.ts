import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { auditLog, settings } from '@/db/schema';
import type { Ctx } from '@/lib/context';
import { getSettings } from '@/lib/settings';
import { defaultSettings, settingsPatch } from '@/lib/settings-schema';
import { testDatabase } from '@/tests/database';
import { createActor } from '@/tests/factories';
import { updateSettings, viewSettings } from './update-settings';

const database = testDatabase();

const entries = () => database.db.select().from(auditLog).where(eq(auditLog.action, 'settings.changed'));
const asAdmin = async (): Promise<Ctx> => database.ctx({ actor: await createActor(database.db, { roles: ['admin'] }) });

beforeEach(async () => {
  await database.db.delete(settings);
});

describe('changing settings', () => {
  test('leaves the others as they are, says which differ, and holds at once', async () => {
    const ctx = await asAdmin();
    expect(await getSettings(ctx)).toEqual(defaultSettings);
    const view = await updateSettings(ctx, { storeName: 'Orchard', limits: { search: { points: 7, seconds: 60 } } });
    expect([...view.changed].sort()).toEqual(['limits.search', 'storeName']);
    expect(view.defaults).toEqual(defaultSettings);
    const limits = { ...defaultSettings.limits, search: { points: 7, seconds: 60 } };
    const expected = { ...defaultSettings, storeName: 'Orchard', limits };
    expect(view.values).toEqual(expected);
    expect(await getSettings(ctx)).toEqual(expected);
    expect(await viewSettings(ctx)).toEqual(view);
    const rows = await database.db.select().from(settings);
    expect(rows.map(({ key }) => key).sort()).toEqual(['limits', 'storeName']);
  });

  test('a part of the legal texts or of the commission leaves its other parts', async () => {
    const ctx = await asAdmin();
    await updateSettings(ctx, { legal: { terms: '# Terms' }, commission: { reducedRate: 0.1 } });
    const { values, changed } = await updateSettings(ctx, { legal: { privacy: 'Nothing is kept.' } });
    expect(values.legal).toEqual({ terms: '# Terms', privacy: 'Nothing is kept.', imprint: '' });
    expect(values.commission).toEqual({ ...defaultSettings.commission, reducedRate: 0.1 });
    expect(changed.sort()).toEqual(['commission.reducedRate', 'legal.privacy', 'legal.terms']);
  });

  test('is on record with what was before, and what is so already is no change', async () => {
    const ctx = await asAdmin();
    const before = (await entries()).length;
    await updateSettings(ctx, { storeName: 'First', accentHue: 152 });
    await updateSettings(ctx, { storeName: 'Second', legal: { terms: 'T' } });
    await updateSettings(ctx, { storeName: 'Second' });
    const [first, second, ...others] = (await entries()).slice(before);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ subjectType: 'settings', changes: { storeName: { from: 'Pomona', to: 'First' } } });
    expect(second?.changes).toEqual({
      storeName: { from: 'First', to: 'Second' },
      'legal.terms': { from: '', to: 'T' },
    });
  });

  test('two admins at once: neither loses what only they changed, and the record tells every step', async () => {
    const [one, two] = [await asAdmin(), await asAdmin()];
    const before = (await entries()).length;
    await Promise.all([
      updateSettings(one, { storeName: 'One', legal: { terms: 'one' } }),
      updateSettings(two, { tagline: 'Two', legal: { privacy: 'two' } }),
      updateSettings(one, { accentHue: 10, limits: { search: { points: 1, seconds: 1 } } }),
      updateSettings(two, { accentHue: 20, limits: { signUp: { points: 2, seconds: 2 } } }),
    ]);
    const { values } = await viewSettings(one);
    expect(values).toMatchObject({ storeName: 'One', tagline: 'Two', legal: { terms: 'one', privacy: 'two' } });
    expect(values.limits.search.points).toBe(1);
    expect(values.limits.signUp.points).toBe(2);
    const hues = (await entries()).slice(before).flatMap(({ changes }) => {
      const { accentHue } = changes as { accentHue?: { from: number; to: number } };
      return accentHue ? [accentHue] : [];
    });
    expect(hues).toHaveLength(2);
    expect(hues[1]?.from).toBe(hues[0]?.to);
    expect(values.accentHue).toBe(hues[1]?.to);
  });

  test('is for admins: others change nothing and read nothing', async () => {
    const moderator = database.ctx({ actor: await createActor(database.db, { roles: ['moderator'] }) });
    const shopper = database.ctx({ actor: await createActor(database.db) });
    for (const ctx of [moderator, shopper]) {
      await expect(updateSettings(ctx, { storeName: 'Mine' })).rejects.toMatchObject({ code: 'role_required' });
      await expect(viewSettings(ctx)).rejects.toMatchObject({ code: 'role_required' });
    }
    await expect(updateSettings(database.ctx(), { storeName: 'X' })).rejects.toMatchObject({ code: 'not_signed_in' });
    expect(await database.db.select().from(settings)).toEqual([]);
  });

  test('a reader who began before a change does not keep what he read for others', async () => {
    const ctx = await asAdmin();
    const slow = getSettings(ctx);
    await updateSettings(ctx, { storeName: 'New' });
    await slow;
    expect((await getSettings(ctx)).storeName).toBe('New');
  });
});

describe('what an admin may ask for', () => {
  const refused: [string, unknown, string][] = [
    ['an unknown setting', { colour: 'red' }, ''],
    ['the logo, which has its own route', { logoId: null }, ''],
    ['an unknown legal page', { legal: { cookies: '' } }, 'legal'],
    ['an empty name', { storeName: '  ' }, 'storeName'],
    ['a long name', { storeName: 'x'.repeat(61) }, 'storeName'],
    ['a hue beyond the circle', { accentHue: 360 }, 'accentHue'],
    ['a broken hue', { accentHue: 1.5 }, 'accentHue'],
    ['an e-mail that is none', { supportEmail: 'help' }, 'supportEmail'],
    ['no such country', { defaultCountry: 'ZZ' }, 'defaultCountry'],
    ['no country at all', { countries: [] }, 'countries'],
    ['a tax of no country', { taxRates: { XX: 0.2 } }, 'taxRates.XX'],
    ['a tax of more than everything', { taxRates: { DE: 1.2 } }, 'taxRates.DE'],
    ['a commission below nothing', { commission: { standardRate: -0.1 } }, 'commission.standardRate'],
    ['a limit of nothing', { limits: { search: { points: 0, seconds: 60 } } }, 'limits.search.points'],
    ['a limit for longer than a day', { limits: { search: { points: 1, seconds: 86_401 } } }, 'limits.search.seconds'],
    [
      'so few requests that nobody could undo it',
      { limits: { requests: { points: 5, seconds: 60 } } },
      'limits.requests.points',
    ],
    ['a text of a book', { legal: { terms: 'x'.repeat(100_001) } }, 'legal.terms'],
  ];

  test.each(refused)('not %s', (_, patch, path) => {
    const { error } = settingsPatch.safeParse(patch);
    expect(error?.issues.map((issue) => issue.path.join('.'))).toContain(path);
  });

  test('countries in any case, each once; nothing at all is no change', () => {
    expect(settingsPatch.parse({ countries: ['de', 'DE', 'us'] })).toEqual({ countries: ['DE', 'US'] });
    expect(settingsPatch.parse({ taxRates: { de: 0.19 } })).toEqual({ taxRates: { DE: 0.19 } });
    expect(settingsPatch.parse({})).toEqual({});
  });
});
