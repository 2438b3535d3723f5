import { BuildProblem } from './problem';

// Android's binary XML, after ResourceTypes.h of the Android Open Source Project. Nothing in it is believed: every offset
// is compared with the end, and a string is decoded only where it is asked for.

const chunkTypes = { stringPool: 0x0001, xml: 0x0003, startElement: 0x0102, endElement: 0x0103, resourceMap: 0x0180 };
const utf8Flag = 0x100;
const textBytesMax = 2_000;

export const valueTypes = { reference: 0x01, string: 0x03, firstInt: 0x10, lastInt: 0x1f };

export type AxmlAttribute = {
  /** What Android goes by, where the attribute is one of its own. */
  resourceId: number | null;
  name: string;
  type: number;
  /** Null where it is a reference to something that stands elsewhere. */
  value: string | number | null;
};

export type AxmlElement = { name: string; depth: number; attributes: AxmlAttribute[] };

const broken = () => new BuildProblem('AndroidManifest.xml is damaged.');

/** The elements of a binary XML document, in order. Throws BuildProblem. */
export function* readAxml(bytes: Buffer): Generator<AxmlElement> {
  try {
    yield* elements(bytes);
  } catch (error) {
    if (error instanceof RangeError) throw broken();
    throw error;
  }
}

type Strings = (index: number) => string;

function* elements(bytes: Buffer): Generator<AxmlElement> {
  if (bytes.length < 8 || bytes.readUInt16LE(0) !== chunkTypes.xml) throw broken();
  const end = Math.min(bytes.readUInt32LE(4), bytes.length);
  let strings: Strings = () => {
    throw broken();
  };
  let resourceIds: number[] = [];
  let depth = 0;
  for (let start = bytes.readUInt16LE(2); start < end; ) {
    const type = bytes.readUInt16LE(start);
    const headerSize = bytes.readUInt16LE(start + 2);
    const size = bytes.readUInt32LE(start + 4);
    if (size < 8 || headerSize < 8 || headerSize > size || start + size > end) throw broken();
    const chunk = bytes.subarray(start, start + size);
    if (type === chunkTypes.stringPool) strings = stringsOf(chunk);
    if (type === chunkTypes.resourceMap) {
      resourceIds = Array.from({ length: (size - headerSize) >> 2 }, (_, i) => chunk.readUInt32LE(headerSize + i * 4));
    }
    if (type === chunkTypes.startElement) {
      yield elementOf(chunk.subarray(headerSize), depth, strings, resourceIds);
      depth += 1;
    }
    if (type === chunkTypes.endElement) depth -= 1;
    start += size;
  }
}

function elementOf(body: Buffer, depth: number, strings: Strings, resourceIds: number[]): AxmlElement {
  const name = strings(body.readUInt32LE(4));
  const first = body.readUInt16LE(8);
  const attributeSize = body.readUInt16LE(10);
  const count = body.readUInt16LE(12);
  if (count > 0 && attributeSize < 20) throw broken();
  const attributes = Array.from({ length: count }, (_, i): AxmlAttribute => {
    const at = body.subarray(first + i * attributeSize);
    const nameIndex = at.readUInt32LE(4);
    const type = at.readUInt8(15);
    const data = at.readUInt32LE(16);
    const value =
      type === valueTypes.string
        ? strings(data)
        : type >= valueTypes.firstInt && type <= valueTypes.lastInt
          ? data
          : null;
    return { resourceId: resourceIds[nameIndex] ?? null, name: strings(nameIndex), type, value };
  });
  return { name, depth, attributes };
}

function stringsOf(chunk: Buffer): Strings {
  const count = chunk.readUInt32LE(8);
  const isUtf8 = (chunk.readUInt32LE(16) & utf8Flag) !== 0;
  const stringsStart = chunk.readUInt32LE(20);
  const offsets = chunk.readUInt16LE(2);
  const known = new Map<number, string>();
  return (index) => {
    const before = known.get(index);
    if (before !== undefined) return before;
    if (index >= count) throw broken();
    const start = stringsStart + chunk.readUInt32LE(offsets + index * 4);
    const text = isUtf8 ? utf8At(chunk, start) : utf16At(chunk, start);
    known.set(index, text);
    return text;
  };
}

/** Its length in characters and in bytes, each of one byte or two, then the text. */
function utf8At(chunk: Buffer, start: number): string {
  let at = start;
  const length = () => {
    const first = chunk.readUInt8(at);
    at += 1;
    if (first < 0x80) return first;
    at += 1;
    return ((first & 0x7f) << 8) | chunk.readUInt8(at - 1);
  };
  length();
  return textAt(chunk, 'utf8', length(), () => at);
}

function utf16At(chunk: Buffer, start: number): string {
  const first = chunk.readUInt16LE(start);
  const isLong = first >= 0x8000;
  const units = isLong ? ((first & 0x7fff) << 16) | chunk.readUInt16LE(start + 2) : first;
  return textAt(chunk, 'utf16le', units * 2, () => start + (isLong ? 4 : 2));
}

function textAt(chunk: Buffer, encoding: 'utf8' | 'utf16le', bytes: number, start: () => number): string {
  const from = start();
  if (from + bytes > chunk.length) throw broken();
  return chunk.toString(encoding, from, from + Math.min(bytes, textBytesMax));
}
