import type { BuildFacts } from '@/lib/publishing/builds/schema';
import { type AxmlAttribute, type AxmlElement, readAxml } from './axml';
import { BuildProblem, quoted } from './problem';
import type { Archive } from './zip';

export const manifestName = 'AndroidManifest.xml';
const manifestBytesMax = 4 * 1024 * 1024;
const permissionsMax = 500;

/** Attributes as Android knows them: names can be made up, these cannot. */
const android = { name: 0x01010003, minSdkVersion: 0x0101020c, versionCode: 0x0101021b, versionName: 0x0101021c };

export type ExpectedApp = { bundleId: string; version: string };

/** Looks into an Android package: it must be the app and the version that it was uploaded for. Throws BuildProblem. */
export async function inspectApk(archive: Archive, expected: ExpectedApp): Promise<Omit<BuildFacts, 'kind'>> {
  const bytes = await archive.readEntry(manifestName, manifestBytesMax);
  if (!bytes) throw new BuildProblem(`There is no ${manifestName} in it.`);
  const facts = factsOf(bytes);
  requireSame(facts, expected, 'AndroidManifest.xml');
  return { ...facts, entryCount: archive.entryCount };
}

/** Throws BuildProblem unless the build says of itself what it was uploaded as. */
export function requireSame(
  found: { packageName: string | null; versionName: string | null },
  expected: ExpectedApp,
  where: string,
): void {
  if (found.packageName !== expected.bundleId) {
    throw new BuildProblem(
      `${where} names the app ${quoted(found.packageName ?? '')}; this app is ${quoted(expected.bundleId)}.`,
    );
  }
  if (found.versionName !== expected.version) {
    throw new BuildProblem(
      `${where} says version ${quoted(found.versionName ?? '')}; this version is ${quoted(expected.version)}.`,
    );
  }
}

function factsOf(bytes: Buffer): Omit<BuildFacts, 'kind' | 'entryCount'> {
  let root: AxmlElement | null = null;
  let minimumOs: string | null = null;
  const permissions = new Set<string>();
  for (const element of readAxml(bytes)) {
    if (element.depth === 0) {
      if (root || element.name !== 'manifest') throw new BuildProblem(`${manifestName} is not a manifest.`);
      root = element;
    }
    if (element.depth !== 1) continue;
    if (element.name === 'uses-sdk') {
      const level = find(element, android.minSdkVersion)?.value;
      if (level !== undefined && level !== null) minimumOs = `Android API level ${level}`.slice(0, 60);
    }
    if (element.name === 'uses-permission' || element.name === 'uses-permission-sdk-23') {
      const name = find(element, android.name)?.value;
      if (typeof name === 'string' && permissions.size < permissionsMax) permissions.add(name.slice(0, 200));
    }
  }
  if (!root) throw new BuildProblem(`${manifestName} is empty.`);
  const versionName = find(root, android.versionName);
  if (versionName && typeof versionName.value !== 'string') {
    throw new BuildProblem(`${manifestName} must hold android:versionName itself and not refer to it.`);
  }
  const packageName = root.attributes.find(({ name, resourceId }) => name === 'package' && resourceId === null)?.value;
  const versionCode = find(root, android.versionCode)?.value;
  return {
    packageName: typeof packageName === 'string' ? packageName : null,
    versionName: typeof versionName?.value === 'string' ? versionName.value : null,
    versionCode: typeof versionCode === 'number' ? versionCode : null,
    minimumOs,
    permissions: [...permissions].sort(),
  };
}

const find = (element: AxmlElement, resourceId: number): AxmlAttribute | undefined =>
  element.attributes.find((attribute) => attribute.resourceId === resourceId);
