import { type BuildKind, buildKinds } from '../rules';

const endings: Record<BuildKind, readonly string[]> = {
  apk: ['.apk'],
  aab: ['.aab'],
  ipa: ['.ipa'],
  zip: ['.zip'],
  dmg: ['.dmg'],
  msi: ['.msi'],
  exe: ['.exe'],
  appimage: ['.appimage'],
  deb: ['.deb'],
  'tar.gz': ['.tar.gz', '.tgz'],
};

/** What people call each kind. */
export const kindNames: Record<BuildKind, string> = {
  apk: 'an Android package (APK)',
  aab: 'an Android app bundle (AAB)',
  ipa: 'an iOS app (IPA)',
  zip: 'a ZIP archive',
  dmg: 'a disk image (DMG)',
  msi: 'a Windows installer (MSI)',
  exe: 'a Windows program (EXE)',
  appimage: 'an AppImage',
  deb: 'a Debian package',
  'tar.gz': 'a compressed tar archive (tar.gz)',
};

export const contentTypes: Record<BuildKind, string> = {
  apk: 'application/vnd.android.package-archive',
  aab: 'application/octet-stream',
  ipa: 'application/octet-stream',
  zip: 'application/zip',
  dmg: 'application/x-apple-diskimage',
  msi: 'application/x-msi',
  exe: 'application/vnd.microsoft.portable-executable',
  appimage: 'application/vnd.appimage',
  deb: 'application/vnd.debian.binary-package',
  'tar.gz': 'application/gzip',
};

const kinds = Object.keys(buildKinds) as BuildKind[];

/** The kind that a file's name declares; what is inside is looked at when it has come. */
export function kindOfName(fileName: string): BuildKind | null {
  const name = fileName.toLowerCase();
  return kinds.find((kind) => endings[kind].some((ending) => name.endsWith(ending) && name !== ending)) ?? null;
}

/** Endings of builds that a platform takes, for people. */
export const endingsFor = (platform: string): string[] =>
  kinds.filter((kind) => fitsPlatform(kind, platform)).map((kind) => endings[kind][0] ?? kind);

export const fitsPlatform = (kind: BuildKind, platform: string): boolean =>
  (buildKinds[kind] as readonly string[]).includes(platform);

/** Where a build is kept: under a name of ours, as theirs may be anything. */
export const buildKey = (appId: string, buildId: string, kind: BuildKind) =>
  `builds/${appId}/${buildId}/build${endings[kind][0]}`;

export const pieceFolder = (buildId: string) => `uploads/${buildId}`;
