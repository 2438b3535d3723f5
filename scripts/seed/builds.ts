import { createHash } from 'node:crypto';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { renderIconSvg } from '@/lib/catalog/artwork/icon';
import { createRandom, type Random } from '@/lib/catalog/artwork/random';
import type { SeedApp } from './apps';
import { iconOf } from './media';
import { clamp, logNormal } from './numbers';
import type { SeedVersion } from './versions';
import { capital } from './wording';

export interface Build {
  storageKey: string;
  bytes: Uint8Array;
  sha256: string;
}

/** Files inside archives carry this date, so that the same version is the same bytes. */
const MTIME = new Date(2026, 0, 1, 12);

const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

function page(app: SeedApp, version: string): string {
  const features = app.features
    .map(({ label, detail }) => `<dt>${escapeHtml(capital(label))}</dt><dd>${escapeHtml(detail)}</dd>`)
    .join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(app.name)} ${version}</title>
<style>body{font:17px/1.5 system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem}img{width:96px;border-radius:22%}dt{font-weight:600}</style>
</head>
<body>
<img src="icon.svg" alt="">
<h1>${escapeHtml(app.name)}</h1>
<p>${escapeHtml(app.pitch)}</p>
<dl>
${features}
</dl>
<p><small>Version ${version}. Part of a demo store: this app is invented.</small></p>
</body>
</html>
`;
}

/** Rows of plain numbers under the app's own words: something to open, of the size it should have. */
function table(random: Random, app: SeedApp, sizeBytes: number): string {
  const names = [...app.words, ...app.features.map(({ label }) => label)].map((word) => word.replaceAll('"', "'"));
  const lines = ['id,name,value,share,flag'];
  for (let length = 0, id = 1; length < sizeBytes; id += 1) {
    const line = `${id},"${names[random.int(0, names.length - 1)]}",${random.int(0, 99_999)},${random.next().toFixed(6)},${random.int(0, 1)}`;
    lines.push(line);
    length += line.length + 1;
  }
  return lines.join('\n');
}

const icons = new WeakMap<SeedApp, Uint8Array>();

function iconBytes(app: SeedApp): Uint8Array {
  const bytes = icons.get(app) ?? strToU8(renderIconSvg(iconOf(app)));
  icons.set(app, bytes);
  return bytes;
}

/** The archive that a version's download is: 4–60 KB, the same bytes every time. */
export function makeBuild(version: SeedVersion): Build {
  const { app, storageKey } = version;
  const manifest = {
    name: app.name,
    bundleId: app.bundleId,
    version: version.version,
    platform: version.platform,
    languages: version.languages,
    minimumOs: version.minimumOs,
    entry: 'index.html',
  };
  const readme = `${app.name} ${version.version} for ${version.platform}\n\n${app.subtitle}\n\n${version.releaseNotes}\n\nPublished by ${app.organization.name}, ${app.organization.website}\n`;
  const random = createRandom(`build:${app.slug}:${version.version}:${version.platform}`);
  const icon = iconBytes(app);
  const dataBytes = clamp(logNormal(random, 4_500, 0.8), 900, Math.max(900, 52_000 - icon.length));
  const stored = { level: 0, mtime: MTIME, os: 3 } as const;
  const files: Zippable = {
    'index.html': [strToU8(page(app, version.version)), stored],
    'manifest.json': [strToU8(`${JSON.stringify(manifest, null, 2)}\n`), stored],
    'readme.txt': [strToU8(readme), stored],
    'icon.svg': [icon, stored],
    'data/table.csv': [strToU8(table(random, app, dataBytes)), stored],
  };
  const bytes = zipSync(files, { mtime: MTIME });
  return { storageKey, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}
