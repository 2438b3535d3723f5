// FIPS 180-4. WebCrypto digests whole buffers only, and a build does not fit into memory.

const primes = (count: number): number[] => {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate += 1) {
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  }
  return found;
};

/** The first 32 bits of the fractional part. */
const fraction = (value: number) => Math.floor((value - Math.floor(value)) * 2 ** 32) | 0;

const roundConstants = Int32Array.from(primes(64), (prime) => fraction(Math.cbrt(prime)));
const initialState = primes(8).map((prime) => fraction(Math.sqrt(prime)));

const blockBytes = 64;

/** SHA-256 of bytes that come in pieces. */
export class Sha256 {
  private readonly state = Int32Array.from(initialState);
  private readonly schedule = new Int32Array(64);
  private readonly rest = new Uint8Array(blockBytes);
  private restBytes = 0;
  private totalBytes = 0;

  update(bytes: Uint8Array): this {
    let offset = 0;
    this.totalBytes += bytes.byteLength;
    if (this.restBytes > 0) {
      offset = Math.min(blockBytes - this.restBytes, bytes.byteLength);
      this.rest.set(bytes.subarray(0, offset), this.restBytes);
      this.restBytes += offset;
      if (this.restBytes < blockBytes) return this;
      this.compress(this.rest, 0);
      this.restBytes = 0;
    }
    for (; offset + blockBytes <= bytes.byteLength; offset += blockBytes) this.compress(bytes, offset);
    this.rest.set(bytes.subarray(offset));
    this.restBytes = bytes.byteLength - offset;
    return this;
  }

  /** In small hexadecimal; ends it. */
  digest(): string {
    const { totalBytes } = this;
    const padding = new Uint8Array((this.restBytes < 56 ? 64 : 128) - this.restBytes);
    padding[0] = 0x80;
    const length = new DataView(padding.buffer, padding.byteLength - 8);
    length.setUint32(0, Math.floor(totalBytes / 2 ** 29));
    length.setUint32(4, (totalBytes * 8) % 2 ** 32);
    this.update(padding);
    return Array.from(this.state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }

  private compress(bytes: Uint8Array, offset: number): void {
    const w = this.schedule;
    const { state } = this;
    for (let i = 0; i < 16; i += 1) {
      const at = offset + i * 4;
      w[i] =
        ((bytes[at] as number) << 24) |
        ((bytes[at + 1] as number) << 16) |
        ((bytes[at + 2] as number) << 8) |
        (bytes[at + 3] as number);
    }
    for (let i = 16; i < 64; i += 1) {
      const x = w[i - 15] as number;
      const y = w[i - 2] as number;
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = ((w[i - 16] as number) + s0 + (w[i - 7] as number) + s1) | 0;
    }
    // Named one by one: this runs for every 64 bytes, and an array's iterator is five times as slow.
    let a = state[0] as number;
    let b = state[1] as number;
    let c = state[2] as number;
    let d = state[3] as number;
    let e = state[4] as number;
    let f = state[5] as number;
    let g = state[6] as number;
    let h = state[7] as number;
    for (let i = 0; i < 64; i += 1) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (roundConstants[i] as number) + (w[i] as number)) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    state[0] = (state[0] as number) + a;
    state[1] = (state[1] as number) + b;
    state[2] = (state[2] as number) + c;
    state[3] = (state[3] as number) + d;
    state[4] = (state[4] as number) + e;
    state[5] = (state[5] as number) + f;
    state[6] = (state[6] as number) + g;
    state[7] = (state[7] as number) + h;
  }
}

// Small enough that the page stays quick between two of them.
const sliceBytes = 1024 * 1024;

/** SHA-256 of a file, a piece at a time; `onBytes` hears how far it is. Throws what `signal` was aborted with. */
export async function hashFile(file: Blob, onBytes: (bytes: number) => void, signal: AbortSignal): Promise<string> {
  const hash = new Sha256();
  for (let start = 0; start < file.size; start += sliceBytes) {
    signal.throwIfAborted();
    const end = Math.min(start + sliceBytes, file.size);
    hash.update(new Uint8Array(await file.slice(start, end).arrayBuffer()));
    onBytes(end);
  }
  return hash.digest();
}
