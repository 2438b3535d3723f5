import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeBuild } from './builds';
import type { SeedVersion } from './versions';

export interface StoredBuild {
  sizeBytes: number;
  sha256: string;
}

const AT_ONCE = 24;

/** Writes every version's archive below `<dataDir>/files`; returns sizes and hashes by version. */
export async function storeBuilds(
  dataDir: string,
  versions: readonly SeedVersion[],
): Promise<Map<string, StoredBuild>> {
  const builds = new Map<string, StoredBuild>();
  const root = join(dataDir, 'files');
  const made = new Set<string>();
  let running: Promise<void>[] = [];
  let failure: Error | undefined;
  const flush = async () => {
    await Promise.all(running);
    if (failure) throw failure;
    running = [];
  };
  for (const version of versions) {
    const { bytes, sha256, storageKey } = makeBuild(version);
    builds.set(version.id, { sizeBytes: bytes.byteLength, sha256 });
    const path = join(root, storageKey);
    const folder = dirname(path);
    if (!made.has(folder)) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      made.add(folder);
    }
    const written = writeFile(path, bytes, { mode: 0o600 }).catch((error: Error) => {
      failure ??= error;
    });
    running.push(written);
    if (running.length >= AT_ONCE) await flush();
  }
  await flush();
  return builds;
}
