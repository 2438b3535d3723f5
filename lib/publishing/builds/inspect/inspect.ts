import type { BuildKind } from '../../rules';
import type { BuildFacts } from '@/lib/publishing/builds/schema';
import { fitsPlatform, kindNames, kindOfName } from '../kinds';
import { inspectApk, manifestName } from './apk';
import type { BuildFile } from './build-file';
import { checkDeb, isAppImage, isAr, isDmg, isExe, isMsi } from './containers';
import { inspectIpa, isIpa } from './ipa';
import { BuildProblem } from './problem';
import { checkTarGz, isGzip } from './tar-gz';
import { type Archive, openArchive } from './zip';

export type Expected = { fileName: string; platform: string; bundleId: string; version: string };

const noFacts = {
  packageName: null,
  versionName: null,
  versionCode: null,
  minimumOs: null,
  permissions: [],
  entryCount: null,
};

/**
 * What a build is by its content, which must be what its name says and its platform takes; packages that name their app
 * and version must name these. Throws BuildProblem with words for the developer, ReadFailed when storage fails.
 */
export async function inspectBuild(file: BuildFile, expected: Expected): Promise<BuildFacts> {
  const found = await recognise(file);
  if (!found) throw new BuildProblem('Its content is none of the kinds of builds that the store takes.');
  const declared = kindOfName(expected.fileName);
  if (found.kind !== declared) {
    throw new BuildProblem(`This is ${kindNames[found.kind]}, although its name says something else.`);
  }
  if (!fitsPlatform(found.kind, expected.platform)) {
    throw new BuildProblem(`A version for this platform cannot be ${kindNames[found.kind]}.`);
  }
  return { kind: found.kind, ...noFacts, ...(await found.facts(expected)) };
}

type Found = { kind: BuildKind; facts(expected: Expected): Promise<Partial<BuildFacts>> };

async function recognise(file: BuildFile): Promise<Found | null> {
  const head = await file.read(0, 512);
  if (head.toString('latin1', 0, 4) === 'PK\x03\x04') return ofArchive(await openArchive(file));
  if (isAppImage(head)) return plain('appimage');
  if (isAr(head)) return plain('deb', () => checkDeb(file));
  if (isGzip(head)) return plain('tar.gz', () => checkTarGz(file));
  if (await isExe(file, head)) return plain('exe');
  if (await isMsi(file, head)) return plain('msi');
  return (await isDmg(file, head)) ? plain('dmg') : null;
}

const plain = (kind: BuildKind, check: () => Promise<void> = async () => undefined): Found => ({
  kind,
  facts: async () => {
    await check();
    return {};
  },
});

/** The kinds that are ZIP archives, by what is in them. */
function ofArchive(archive: Archive): Found {
  if (archive.names.has(manifestName)) return { kind: 'apk', facts: (expected) => inspectApk(archive, expected) };
  if (archive.names.has('BundleConfig.pb') && archive.names.has(`base/manifest/${manifestName}`)) {
    return { kind: 'aab', facts: async () => ({ entryCount: archive.entryCount }) };
  }
  if (isIpa(archive.names)) return { kind: 'ipa', facts: (expected) => inspectIpa(archive, expected) };
  return { kind: 'zip', facts: async () => ({ entryCount: archive.entryCount }) };
}
