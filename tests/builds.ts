import { createHash } from 'node:crypto';
import { gzipSync, strToU8, type Zippable, zipSync } from 'fflate';

// Builds that are small and sound; what is wrong with one, its test says.

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

export type Manifest = {
  packageName?: string;
  versionName?: string;
  versionCode?: number;
  minSdk?: number;
  permissions?: string[];
  /** Refers to a string that stands elsewhere. */
  isVersionReferred?: boolean;
  isUtf8?: boolean;
};

const attributeIds = { name: 0x01010003, minSdkVersion: 0x0101020c, versionCode: 0x0101021b, versionName: 0x0101021c };
type AttributeName = keyof typeof attributeIds;
const none = 0xffffffff;
const [xmlChunk, poolChunk, mapChunk, startChunk, endChunk] = [0x0003, 0x0001, 0x0180, 0x0102, 0x0103];
const types = { reference: 0x01, string: 0x03, decimal: 0x10 };

const u32 = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, i * 4);
  return bytes;
};
const u16 = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [i, value] of values.entries()) bytes.writeUInt16LE(value, i * 2);
  return bytes;
};

const chunk = (type: number, header: Buffer, body: Buffer = Buffer.alloc(0)) =>
  Buffer.concat([u16(type, 8 + header.length), u32(8 + header.length + body.length), header, body]);

/** AndroidManifest.xml as aapt makes it. */
export function androidManifest({
  packageName = 'com.example.app',
  versionName = '1.0.0',
  versionCode = 7,
  minSdk = 24,
  permissions = ['android.permission.INTERNET'],
  isVersionReferred = false,
  isUtf8 = false,
}: Manifest = {}): Buffer {
  // The names of Android's own attributes come first, in the order of the map of their ids.
  const strings: string[] = Object.keys(attributeIds);
  const at = (text: string) => {
    const known = strings.indexOf(text);
    return known >= 0 ? known : strings.push(text) - 1;
  };
  const namespace = at('http://schemas.android.com/apk/res/android');
  type Value = { type: number; data: number };
  const text = (value: string): Value => ({ type: types.string, data: at(value) });
  const number = (data: number): Value => ({ type: types.decimal, data });
  const own = (name: AttributeName, value: Value) => ({ ns: namespace, name: at(name), ...value });

  const start = (name: string, attributes: { ns: number; name: number; type: number; data: number }[]) =>
    chunk(
      startChunk,
      u32(1, none),
      Buffer.concat([
        u32(none, at(name)),
        u16(20, 20, attributes.length, 0, 0, 0),
        ...attributes.map(({ ns, name, type, data }) =>
          Buffer.concat([
            u32(ns, name, type === types.string ? data : none),
            u16(8),
            Buffer.from([0, type]),
            u32(data),
          ]),
        ),
      ]),
    );
  const end = (name: string) => chunk(endChunk, u32(1, none), u32(none, at(name)));
  const element = (name: string, attributes: Parameters<typeof start>[1]) => [start(name, attributes), end(name)];

  const version = isVersionReferred ? { type: types.reference, data: 0x7f010000 } : text(versionName);
  const nodes = [
    start('manifest', [
      own('versionCode', number(versionCode)),
      own('versionName', version),
      { ns: none, name: at('package'), ...text(packageName) },
    ]),
    ...element('uses-sdk', [own('minSdkVersion', number(minSdk))]),
    ...permissions.flatMap((permission) => element('uses-permission', [own('name', text(permission))])),
    ...element('application', []),
    end('manifest'),
  ];
  const ids = chunk(mapChunk, Buffer.alloc(0), u32(...Object.values(attributeIds)));
  return chunk(xmlChunk, Buffer.alloc(0), Buffer.concat([stringPool(strings, isUtf8), ids, ...nodes]));
}

function stringPool(strings: string[], isUtf8: boolean): Buffer {
  const encoded = strings.map((text) => {
    if (!isUtf8) return Buffer.concat([u16(text.length), Buffer.from(text, 'utf16le'), u16(0)]);
    const bytes = Buffer.from(text, 'utf8');
    return Buffer.concat([Buffer.from([text.length, bytes.length]), bytes, Buffer.from([0])]);
  });
  let offset = 0;
  const offsets = encoded.map((bytes) => {
    offset += bytes.length;
    return offset - bytes.length;
  });
  const padding = Buffer.alloc((4 - (offset % 4)) % 4);
  const stringsStart = 28 + offsets.length * 4;
  return chunk(
    poolChunk,
    u32(strings.length, 0, isUtf8 ? 0x100 : 0, stringsStart, 0),
    Buffer.concat([u32(...offsets), ...encoded, padding]),
  );
}

export const zip = (files: Zippable): Buffer => Buffer.from(zipSync(files, { level: 6 }));

export const apk = (manifest: Manifest = {}, files: Zippable = {}): Buffer =>
  zip({
    'AndroidManifest.xml': new Uint8Array(androidManifest(manifest)),
    'classes.dex': strToU8('dex\n035\0'),
    'res/layout/main.xml': strToU8('layout'),
    ...files,
  });

export const aab = (): Buffer =>
  zip({ 'BundleConfig.pb': new Uint8Array([1]), 'base/manifest/AndroidManifest.xml': new Uint8Array([10, 1]) });

export const infoPlist = (values: Record<string, string>) =>
  strToU8(
    `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>CFBundleURLTypes</key><array><dict><key>CFBundleIdentifier</key><string>com.example.nested</string></dict></array>
${Object.entries(values)
  .map(([key, value]) => `<key>${key}</key>\n<string>${value}</string>`)
  .join('\n')}
</dict></plist>`,
  );

export const ipa = (values: Record<string, string>): Buffer =>
  zip({ 'Payload/App.app/Info.plist': infoPlist(values), 'Payload/App.app/App': strToU8('program') });

export function exe(): Buffer {
  const bytes = Buffer.alloc(512);
  bytes.write('MZ', 0, 'latin1');
  bytes.writeUInt32LE(128, 0x3c);
  bytes.write('PE\0\0', 128, 'latin1');
  bytes.writeUInt16LE(0x8664, 132);
  bytes.writeUInt16LE(0x0022, 128 + 22);
  return bytes;
}

export function msi(): Buffer {
  const bytes = Buffer.alloc(2048);
  bytes.write('d0cf11e0a1b11ae1', 0, 'hex');
  bytes.writeUInt16LE(0xfffe, 28);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(1, 48);
  bytes.writeUInt8(5, 1024 + 66);
  bytes.write('84100c0000000000c000000000000046', 1024 + 80, 'hex');
  return bytes;
}

export function dmg(): Buffer {
  const trailer = Buffer.alloc(512);
  trailer.write('koly', 0, 'latin1');
  trailer.writeUInt32BE(4, 4);
  trailer.writeUInt32BE(512, 8);
  trailer.writeBigUInt64BE(1000n, 32);
  return Buffer.concat([Buffer.alloc(1000, 'x'), trailer]);
}

export function appImage(): Buffer {
  const bytes = Buffer.alloc(256);
  bytes.write('\x7fELF\x02\x01\x01\x00AI\x02', 0, 'latin1');
  return bytes;
}

export function deb(names = ['debian-binary', 'control.tar.xz', 'data.tar.xz']): Buffer {
  const member = (name: string, text: string) =>
    `${name.padEnd(16)}${'0'.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'100644'.padEnd(8)}${String(text.length).padEnd(10)}\`\n${text}${text.length % 2 ? '\n' : ''}`;
  return Buffer.from(`!<arch>\n${names.map((name, i) => member(name, i === 0 ? '2.0\n' : 'odd')).join('')}`, 'latin1');
}

export function tarGz(content = 'hello', magic = 'ustar\x0000'): Buffer {
  const header = Buffer.alloc(512);
  header.write('app/readme.txt', 0, 'latin1');
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  header.write('        ', 148, 'latin1');
  header.write('0', 156, 'latin1');
  header.write(magic, 257, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
  body.write(content, 0, 'latin1');
  return Buffer.from(gzipSync(new Uint8Array(Buffer.concat([header, body, Buffer.alloc(1024)]))));
}
