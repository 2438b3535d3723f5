import type { BuildFacts } from '@/lib/publishing/builds/schema';
import { type ExpectedApp, requireSame } from './apk';
import { BuildProblem } from './problem';
import type { Archive } from './zip';

const infoBytesMax = 1024 * 1024;
const infoPath = /^Payload\/[^/]+\.app\/Info\.plist$/;

export const isIpa = (names: ReadonlySet<string>): boolean => [...names].some((name) => infoPath.test(name));

/**
 * Looks into an iOS app: where its property list is XML it must be the app and the version that it was uploaded for; of a
 * binary one it is enough that it is there. Throws BuildProblem.
 */
export async function inspectIpa(archive: Archive, expected: ExpectedApp): Promise<Omit<BuildFacts, 'kind'>> {
  const paths = [...archive.names].filter((name) => infoPath.test(name));
  const [path = ''] = paths;
  if (paths.length > 1) throw new BuildProblem('There is more than one app in Payload.');
  const bytes = await archive.readEntry(path, infoBytesMax);
  if (!bytes) throw new BuildProblem('There is no Payload/….app/Info.plist in it.');
  const isBinary = bytes.toString('latin1', 0, 6) === 'bplist';
  const values = isBinary ? null : topLevelStrings(bytes.toString('utf8'));
  const facts = {
    packageName: values?.get('CFBundleIdentifier') ?? null,
    versionName: values?.get('CFBundleShortVersionString') ?? null,
    versionCode: null,
    minimumOs: values?.has('MinimumOSVersion') ? `iOS ${values.get('MinimumOSVersion')}`.slice(0, 60) : null,
    permissions: [],
    entryCount: archive.entryCount,
  };
  if (!isBinary) requireSame(facts, expected, 'Info.plist');
  return facts;
}

const token = /<(\/?)(dict|array|plist)\b[^>]*?(\/?)>|<(key|string)>([^<]*)<\/\4>/g;

/** Strings of the outermost dictionary of an XML property list, by key. Throws BuildProblem where one comes twice. */
function topLevelStrings(text: string): Map<string, string> {
  const broken = () => new BuildProblem('Info.plist is not a property list that can be read.');
  if (!/^\uFEFF?\s*<(\?xml|!DOCTYPE|plist)/.test(text) || /<!ENTITY|<!\[CDATA\[/.test(text)) throw broken();
  const values = new Map<string, string>();
  let depth = 0;
  let key: string | null = null;
  for (const [, closing, container, selfClosing, leaf, content = ''] of text
    .replace(/<!--.*?-->/gs, '')
    .matchAll(token)) {
    if (container && container !== 'plist' && !selfClosing) depth += closing ? -1 : 1;
    if (depth === 1 && leaf === 'string' && key !== null) {
      if (values.has(key)) throw broken();
      values.set(key, plain(content));
    }
    key = depth === 1 && leaf === 'key' ? plain(content) : null;
  }
  return values;
}

const characters: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const plain = (text: string) => text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => characters[name] ?? '');
