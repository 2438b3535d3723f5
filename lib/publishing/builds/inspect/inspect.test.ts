import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
  aab,
  androidManifest,
  apk,
  appImage,
  deb,
  dmg,
  exe,
  infoPlist,
  ipa,
  type Manifest,
  msi,
  tarGz,
  zip,
} from '@/tests/builds';
import { readAxml } from './axml';
import { buildFile, ReadFailed } from './build-file';
import { inspectBuild } from './inspect';
import { BuildProblem } from './problem';

const fileOf = (bytes: Uint8Array) =>
  buildFile(
    {
      open: async (_, range) => {
        const part = range ? bytes.subarray(range.start, range.end + 1) : bytes;
        return new Response(new Uint8Array(part)).body;
      },
    },
    'a-build',
    bytes.length,
  );

const expected = { platform: 'android', bundleId: 'com.example.app', version: '1.0.0' };
const inspect = (bytes: Uint8Array, fileName: string, platform = 'android') =>
  inspectBuild(fileOf(bytes), { ...expected, fileName, platform });
const refusal = (bytes: Uint8Array, fileName: string, platform?: string) =>
  inspect(bytes, fileName, platform).then(
    () => 'it was accepted',
    (error) => {
      if (!(error instanceof BuildProblem)) throw error;
      return error.message;
    },
  );

describe('a sound build is known by its content:', () => {
  test.each([
    ['aab', aab(), 'app.aab', 'android'],
    ['zip', zip({ 'index.html': strToU8('<p>') }), 'site.zip', 'web'],
    ['dmg', dmg(), 'App.dmg', 'macos'],
    ['msi', msi(), 'setup.msi', 'windows'],
    ['exe', exe(), 'Setup.EXE', 'windows'],
    ['appimage', appImage(), 'App-x86_64.AppImage', 'linux'],
    ['deb', deb(), 'app_1.0_amd64.deb', 'linux'],
    ['tar.gz', tarGz(), 'app.tgz', 'linux'],
    ['tar.gz', tarGz('x', 'ustar  \0'), 'app.tar.gz', 'macos'],
  ])('%s', async (kind, bytes, fileName, platform) => {
    expect(await inspect(bytes, fileName, platform)).toMatchObject({ kind, permissions: [] });
  });

  test.each([true, false])('an APK, with what its manifest says (UTF-8: %s)', async (isUtf8) => {
    const permissions = ['android.permission.CAMERA', 'android.permission.INTERNET', 'android.permission.CAMERA'];
    expect(await inspect(apk({ permissions, isUtf8 }), 'app.apk')).toEqual({
      kind: 'apk',
      packageName: 'com.example.app',
      versionName: '1.0.0',
      versionCode: 7,
      minimumOs: 'Android API level 24',
      permissions: ['android.permission.CAMERA', 'android.permission.INTERNET'],
      entryCount: 3,
    });
  });

  test('an IPA, with what its property list says at its top', async () => {
    const values = {
      CFBundleIdentifier: 'com.example.app',
      CFBundleShortVersionString: '1.0.0',
      MinimumOSVersion: '17.0',
    };
    expect(await inspect(ipa(values), 'App.ipa', 'ios')).toMatchObject({
      kind: 'ipa',
      packageName: 'com.example.app',
      versionName: '1.0.0',
      minimumOs: 'iOS 17.0',
    });
    const binary = zip({ 'Payload/App.app/Info.plist': strToU8('bplist00…') });
    expect(await inspect(binary, 'App.ipa', 'ios')).toMatchObject({ kind: 'ipa', packageName: null });
  });
});

describe('a package of something else is refused:', () => {
  test.each<[string, Manifest, RegExp]>([
    [
      'another app',
      { packageName: 'com.example.other' },
      /names the app “com.example.other”; this app is “com.example.app”/,
    ],
    ['another version', { versionName: '1.0.1' }, /says version “1.0.1”; this version is “1.0.0”/],
    ['a version that stands elsewhere', { isVersionReferred: true }, /versionName itself/],
  ])('an APK of %s', async (_, manifest, words) => {
    expect(await refusal(apk(manifest), 'app.apk')).toMatch(words);
  });

  test('an IPA of another app or version, or of two', async () => {
    const values = { CFBundleIdentifier: 'com.example.app', CFBundleShortVersionString: '2.0' };
    expect(await refusal(ipa(values), 'App.ipa', 'ios')).toMatch(/says version “2.0”/);
    expect(await refusal(ipa({ CFBundleShortVersionString: '1.0.0' }), 'App.ipa', 'ios')).toMatch(/names the app “”/);
    const two = zip({ 'Payload/A.app/Info.plist': infoPlist({}), 'Payload/B.app/Info.plist': infoPlist({}) });
    expect(await refusal(two, 'App.ipa', 'ios')).toMatch(/more than one app/);
  });

  test('names that are made up do not count: Android goes by the ids of attributes', async () => {
    const bytes = androidManifest({ versionName: '9.9.9' });
    // The map of ids is turned round, so that `versionName` is the name of another attribute.
    const map = bytes.indexOf(Buffer.from([0x80, 0x01, 0x08, 0x00]));
    bytes.writeUInt32LE(0x01010001, map + 8 + 12);
    expect(await refusal(zip({ 'AndroidManifest.xml': new Uint8Array(bytes) }), 'app.apk')).toMatch(/says version “”/);
  });
});

describe('a file under a wrong name is refused:', () => {
  const gif = Buffer.concat([Buffer.from('GIF89a', 'latin1'), Buffer.alloc(64)]);
  test.each([
    ['a ZIP as APK', zip({ 'readme.txt': strToU8('x') }), 'app.apk', 'android', /This is a ZIP archive, although/],
    ['an APK as ZIP', apk(), 'app.zip', 'android', /This is an Android package/],
    ['an APK as IPA', apk(), 'app.ipa', 'ios', /This is an Android package/],
    ['a picture as APK', gif, 'app.apk', 'android', /none of the kinds/],
    ['an EXE as MSI', exe(), 'app.msi', 'windows', /This is a Windows program/],
    ['a DEB as AppImage', deb(), 'app.appimage', 'linux', /This is a Debian package/],
    ['a text as tar.gz', gzipSync('x'.repeat(1000)), 'app.tar.gz', 'linux', /no tar archive/],
    ['a short text as tar.gz', gzipSync('x'), 'app.tar.gz', 'linux', /no tar archive/],
    [
      'an archive of other things as DEB',
      deb(['hello', 'control.tar', 'data.tar']),
      'a.deb',
      'linux',
      /not a sound Debian/,
    ],
    ['a program for Windows, for Linux', exe(), 'app.exe', 'linux', /A version for this platform cannot be a Windows/],
    ['nothing', Buffer.alloc(1), 'app.dmg', 'macos', /none of the kinds/],
  ])('%s', async (_, bytes, fileName, platform, words) => {
    expect(await refusal(bytes, fileName, platform)).toMatch(words);
  });
});

describe('files that are two things at once are refused:', () => {
  test('an archive behind a picture', async () => {
    const behind = Buffer.concat([Buffer.from('GIF89a', 'latin1'), Buffer.alloc(100), apk()]);
    expect(await refusal(behind, 'app.apk')).toMatch(/none of the kinds/);
  });

  test('an archive behind another one', async () => {
    expect(await refusal(Buffer.concat([zip({ a: strToU8('a') }), apk()]), 'app.apk')).toMatch(
      /before the archive|damaged/,
    );
  });

  test('an archive with something after it', async () => {
    expect(await refusal(Buffer.concat([apk(), Buffer.from('<script>')]), 'app.apk')).toMatch(/damaged/);
  });

  test('a disk image with the head of a picture', async () => {
    const image = dmg();
    image.write('GIF89a', 0, 'latin1');
    expect(await refusal(image, 'App.dmg', 'macos')).toMatch(/none of the kinds/);
  });
});

describe('an archive that is meant to do harm is refused:', () => {
  test('a bomb that says how large it is', async () => {
    const bomb = zip({ 'zeros.bin': new Uint8Array(128 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refusal(bomb, 'app.zip')).toMatch(/ZIP bomb/);
  });

  test('a bomb that lies about its size', async () => {
    const bomb = zip({ 'zeros.bin': new Uint8Array(4 * 1024 * 1024) });
    const directory = bomb.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    bomb.writeUInt32LE(100, directory + 24);
    bomb.writeUInt32LE(100, 22);
    expect(await refusal(bomb, 'app.zip')).toMatch(/damaged: “too many bytes in the stream/);
  });

  test('a bomb of entries that overlap', async () => {
    const archive = zip({ a: strToU8('the same bytes'), b: strToU8('the same bytes') });
    const second = archive.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
    archive.writeUInt32LE(0, second + 42);
    expect(await refusal(archive, 'app.zip')).toMatch(/overlap/);
  });

  test('a bomb of a tar.gz', async () => {
    expect(await refusal(tarGz('x'.repeat(120 * 1024 * 1024)), 'app.tar.gz', 'linux')).toMatch(/bomb/);
  });

  test.each(['../../etc/passwd', '/etc/passwd', 'a/../../b', 'a\\..\\b', 'C:/windows'])('the name %s', async (name) => {
    expect(await refusal(zip({ [name]: strToU8('x') }), 'app.zip')).toMatch(/damaged: “/);
  });

  test('a name that comes twice, or that its two headers give differently', async () => {
    const twice = zip({ 'name-1': strToU8('x'), 'name-2': strToU8('y') });
    for (let at = twice.indexOf('name-2'); at >= 0; at = twice.indexOf('name-2')) twice.write('name-1', at);
    expect(await refusal(twice, 'app.zip')).toMatch(/“name-1” is in the archive twice/);
    const different = zip({ 'name-1': strToU8('x') });
    different.write('name-2', different.indexOf('name-1'));
    expect(await refusal(different, 'app.zip')).toMatch(/two different things/);
  });

  test('entries that are encrypted or compressed in a way that cannot be checked', async () => {
    const directory = (bytes: Buffer) => bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    const encrypted = zip({ a: strToU8('x') });
    encrypted.writeUInt16LE(1, directory(encrypted) + 8);
    expect(await refusal(encrypted, 'app.zip')).toMatch(/encrypted/);
    const odd = zip({ a: strToU8('x'.repeat(100)) });
    odd.writeUInt16LE(14, directory(odd) + 10);
    expect(await refusal(odd, 'app.zip')).toMatch(/method \(14\)/);
  });

  test('more entries than are taken', async () => {
    const archive = zip({ a: strToU8('x') });
    const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
    archive.writeUInt16LE(0xffff, end + 10);
    expect(await refusal(archive, 'app.zip')).toMatch(/damaged/);
  });
});

describe('what is damaged is refused and hangs nothing:', () => {
  test('a manifest cut off or changed anywhere', async () => {
    const whole = androidManifest();
    for (let length = 0; length < whole.length; length += 7) readOrRefuse(whole.subarray(0, length));
    for (let at = 0; at < whole.length; at += 1) {
      for (const value of [0x00, 0xff]) {
        const changed = Buffer.from(whole);
        changed[at] = value;
        readOrRefuse(changed);
      }
    }
  });

  test('an archive cut off or changed anywhere', async () => {
    const whole = apk();
    for (let length = 1; length < whole.length; length += 23) await refusal(whole.subarray(0, length), 'app.apk');
    for (let at = 0; at < whole.length; at += 5) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      await refusal(changed, 'app.apk');
    }
  });
});

function readOrRefuse(bytes: Buffer): void {
  try {
    for (const _ of readAxml(bytes));
  } catch (error) {
    expect(error).toBeInstanceOf(BuildProblem);
  }
}

test('the manifests of these tests are read alike by a library that reads those of real packages', () => {
  const Parser = createRequire(import.meta.url)('@devicefarmer/adbkit-apkreader/lib/apkreader/parser/manifest');
  for (const isUtf8 of [true, false]) {
    const manifest = new Parser(androidManifest({ versionName: '3.2.1', isUtf8 })).parse();
    expect(manifest).toMatchObject({ package: 'com.example.app', versionName: '3.2.1', versionCode: 7 });
    expect(manifest.usesPermissions).toEqual([{ name: 'android.permission.INTERNET' }]);
    expect(manifest.usesSdk).toEqual({ minSdkVersion: 24 });
  }
});

test('a storage that fails is no fault of the build', async () => {
  const bytes = apk();
  const file = buildFile({ open: () => Promise.reject(new Error('storage is away')) }, 'a-build', bytes.length);
  await expect(inspectBuild(file, { ...expected, fileName: 'app.apk' })).rejects.toBeInstanceOf(ReadFailed);
  let reads = 0;
  const later = buildFile(
    {
      open: async (_, range) => {
        reads += 1;
        if (reads > 1) throw new Error('storage is away');
        return new Response(new Uint8Array(bytes.subarray(range?.start, (range?.end ?? 0) + 1))).body;
      },
    },
    'a-build',
    40 * 1024 * 1024,
  );
  await expect(inspectBuild(later, { ...expected, fileName: 'app.apk' })).rejects.toBeInstanceOf(ReadFailed);
});
