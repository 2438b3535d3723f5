import type { BuildFile } from './build-file';
import { BuildProblem } from './problem';

// Formats without a package library: what their specifications say must stand where.

const ascii = (bytes: Buffer, start: number, end: number) => bytes.toString('latin1', start, end);

/** Windows Portable Executable: MZ, and PE where MZ says that it is. */
export async function isExe(file: BuildFile, head: Buffer): Promise<boolean> {
  if (ascii(head, 0, 2) !== 'MZ' || head.length < 64) return false;
  const header = await file.read(head.readUInt32LE(0x3c), 24);
  if (header.length < 24 || ascii(header, 0, 4) !== 'PE\0\0') return false;
  const [executable, library] = [0x0002, 0x2000];
  const characteristics = header.readUInt16LE(22);
  return (characteristics & executable) !== 0 && (characteristics & library) === 0;
}

const installerClass = Buffer.from('84100c0000000000c000000000000046', 'hex');

/** A compound file (MS-CFB) whose root storage has the class of Windows Installer. */
export async function isMsi(file: BuildFile, head: Buffer): Promise<boolean> {
  if (head.toString('hex', 0, 8) !== 'd0cf11e0a1b11ae1' || head.length < 512) return false;
  const shift = head.readUInt16LE(30);
  if (head.readUInt16LE(28) !== 0xfffe || (shift !== 9 && shift !== 12)) return false;
  const rootEntry = await file.read((head.readUInt32LE(48) + 1) * 2 ** shift, 128);
  return rootEntry.length === 128 && rootEntry.readUInt8(66) === 5 && rootEntry.subarray(80, 96).equals(installerClass);
}

/** An ELF program with the mark of AppImage, type 1 or 2, in the bytes that ELF leaves free. */
export const isAppImage = (head: Buffer): boolean =>
  head.length >= 64 && ascii(head, 0, 4) === '\x7fELF' && /^AI[\x01\x02]$/.test(ascii(head, 8, 11));

export const isAr = (head: Buffer): boolean => ascii(head, 0, 8) === '!<arch>\n';

/** Throws BuildProblem unless the members of the archive are those of a Debian package, format 2. */
export async function checkDeb(file: BuildFile): Promise<void> {
  const broken = () => new BuildProblem('This is not a sound Debian package.');
  const names: string[] = [];
  for (let position = 8; position < file.sizeBytes && names.length < 10; ) {
    const header = await file.read(position, 60);
    const size = /^\d{1,10} *$/.test(ascii(header, 48, 58)) ? Number(ascii(header, 48, 58)) : Number.NaN;
    if (header.length < 60 || ascii(header, 58, 60) !== '`\n' || !(position + 60 + size <= file.sizeBytes))
      throw broken();
    names.push(ascii(header, 0, 16).replace(/\/? *$/, ''));
    if (names.length === 1 && ascii(await file.read(position + 60, 2), 0, 2) !== '2.') throw broken();
    position += 60 + size + (size % 2);
  }
  const [first, second = '', third = ''] = names;
  if (first !== 'debian-binary' || !second.startsWith('control.tar') || !third.startsWith('data.tar')) throw broken();
}

/** What a disk image cannot begin with: a file that is something else too. */
const foreignHeads = /^(GIF8|\x89PNG|\xff\xd8\xff|RIFF|%PDF|%!PS|\x7fELF|#!|PK|MZ|BM|!<arch>|\s*<)/;

/** A disk image of Apple's (UDIF): the trailer in its last 512 bytes, which points into the file. */
export async function isDmg(file: BuildFile, head: Buffer): Promise<boolean> {
  if (file.sizeBytes < 512 || foreignHeads.test(ascii(head, 0, 64))) return false;
  const trailer = await file.read(file.sizeBytes - 512, 512);
  if (ascii(trailer, 0, 4) !== 'koly' || trailer.readUInt32BE(4) !== 4 || trailer.readUInt32BE(8) !== 512) return false;
  const fits = (at: number) =>
    trailer.readBigUInt64BE(at) + trailer.readBigUInt64BE(at + 8) <= BigInt(file.sizeBytes - 512);
  const [dataFork, propertyList] = [24, 216];
  return fits(dataFork) && fits(propertyList);
}
