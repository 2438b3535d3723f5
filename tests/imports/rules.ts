import { builtinModules } from 'node:module';

// The table behind ../imports.test.ts: what each folder may import. What is not named is forbidden.

const EVERY_DOMAIN = ['accounts', 'catalog', 'publishing', 'purchases', 'reviews', 'moderation'] as const;
const LEAVES = ['subscriptions', 'downloads', 'integrity'] as const;

/** Which domains a domain may call; news travels the other way, as events. */
const DOMAINS: Record<string, readonly string[]> = {
  accounts: [],
  catalog: ['accounts'],
  publishing: ['accounts', 'catalog'],
  purchases: ['accounts', 'catalog'],
  reviews: ['accounts', 'catalog'],
  subscriptions: ['accounts', 'catalog', 'purchases'],
  downloads: ['accounts', 'catalog', 'publishing', 'purchases'],
  integrity: ['accounts', 'catalog', 'purchases', 'reviews'],
  moderation: ['accounts', 'catalog', 'publishing', 'purchases', 'reviews', 'integrity'],
  ranking: [...EVERY_DOMAIN, ...LEAVES],
  search: [...EVERY_DOMAIN, ...LEAVES],
  analytics: [...EVERY_DOMAIN, ...LEAVES],
};
const ADAPTERS = ['payments', 'storage', 'mail', 'events', 'cache'];
const EDGE = ['auth', 'http'];

/** Files of lib that run in a browser too; beside them every domain's rules.ts and schema.ts. */
const CLIENT_SAFE = [
  'lib/accounts/organizations/rules',
  'lib/accounts/organizations/schema',
  'lib/country',
  'lib/health-schema',
  'lib/http/fetch-json',
  'lib/integrity/content-rule',
  'lib/integrity/sentences',
  'lib/money',
  'lib/once',
  'lib/moderation/reviews/rules',
  'lib/moderation/reviews/schema',
  'lib/pagination',
  'lib/plain-text',
  'lib/publishing/age',
  'lib/publishing/builds/schema',
  'lib/publishing/check-listing',
  'lib/publishing/prices/schema',
  'lib/publishing/transfers/schema',
  'lib/purchases/payouts/rules',
  'lib/purchases/payouts/schema',
  'lib/purchases/receipts/rules',
  'lib/purchases/receipts/schema',
  'lib/settings-schema',
];

const ROOT_FILE = /^(next|drizzle|vitest|playwright|postcss)\.config\.(ts|mjs)$/;
const HOOK_FILE = /^(instrumentation|instrumentation-client|proxy)\.ts$/;

export type Zone = {
  name:
    | 'app'
    | 'components'
    | 'db'
    | 'base'
    | 'domain'
    | 'adapter'
    | 'edge'
    | 'worker'
    | 'scripts'
    | 'tests'
    | 'e2e'
    | 'config'
    | 'hook';
  /** The folder of lib. */
  part: string;
  isReaction: boolean;
  isClientSafe: boolean;
};

/** Null for a file in a folder that architecture.md does not know. */
export function zoneOf(path: string): Zone | null {
  const [top = '', second = '', ...rest] = path.split('/');
  const stem = path.replace(/\.[a-z]+$/, '');
  const zone: Zone = { name: 'config', part: '', isReaction: false, isClientSafe: false };
  if (second === '') {
    if (ROOT_FILE.test(top)) return zone;
    return HOOK_FILE.test(top) ? { ...zone, name: 'hook' } : null;
  }
  if (top === 'e2e') return { ...zone, name: 'e2e' };
  if (top === 'tests' || /\.test\.tsx?$/.test(path)) return { ...zone, name: 'tests' };
  if (top === 'scripts') return { ...zone, name: 'scripts', part: second };
  if (top === 'app' || top === 'components' || top === 'db' || top === 'worker') return { ...zone, name: top };
  if (top !== 'lib') return null;
  zone.isClientSafe = CLIENT_SAFE.includes(stem) || /^lib\/[^/]+\/(rules|schema)$/.test(stem);
  if (rest.length === 0) return { ...zone, name: 'base' };
  zone.part = second;
  zone.isReaction = /^lib\/[^/]+\/(handlers|jobs)$/.test(stem);
  if (second in DOMAINS) return { ...zone, name: 'domain' };
  if (ADAPTERS.includes(second)) return { ...zone, name: 'adapter' };
  return EDGE.includes(second) ? { ...zone, name: 'edge' } : null;
}

/** Whether a file of one zone may import a file of another. */
export function mayImport(from: Zone, to: Zone): boolean {
  const intoLib = ['base', 'domain', 'adapter', 'edge'].includes(to.name);
  if (from.name === 'tests' || from.name === 'config') return to.name !== 'e2e';
  if (to.isReaction) return from.name === 'worker' || (from.isReaction && from.part === to.part);
  if (from.isClientSafe) return to.isClientSafe;
  switch (from.name) {
    case 'app':
      return to.name === 'app' || to.name === 'components' || intoLib;
    case 'components':
      return to.name === 'components' || to.isClientSafe;
    case 'db':
      return to.name === 'db';
    case 'e2e':
      return to.name === 'e2e' || to.isClientSafe || to.name === 'edge';
    case 'hook':
      return to.name === 'base' || to.name === 'edge' || to.name === 'worker';
    case 'worker':
      return to.name === 'worker' || to.name === 'base' || to.part === 'events';
    case 'scripts':
      return to.name === 'scripts' || to.name === 'db' || to.name === 'worker' || intoLib;
    default:
      return to.name === 'db' || to.name === 'base' || to.isClientSafe || libMayImport(from, to);
  }
}

function libMayImport(from: Zone, to: Zone): boolean {
  if (from.part === to.part && from.part !== '') return true;
  switch (from.name) {
    case 'domain':
      return to.name === 'adapter' || (DOMAINS[from.part] ?? []).includes(to.part);
    case 'adapter':
      return to.name === 'adapter';
    case 'edge':
      return to.name === 'adapter' || to.part === 'accounts' || (from.part === 'http' && to.part === 'auth');
    default:
      return false;
  }
}

const VIEW_PACKAGES = ['next', 'react', 'react-dom', '@tanstack/react-query', 'lucide-react', 'zod'];
const SERVER_ONLY_NEXT = /^next\/(headers|server|cache)$/;

const PACKAGES: Partial<Record<Zone['name'], string[]>> = {
  app: [...VIEW_PACKAGES, '@fontsource-variable/geist'],
  components: [
    ...VIEW_PACKAGES,
    '@base-ui/react',
    '@tanstack/react-virtual',
    'diff',
    'react-markdown',
    'rehype-sanitize',
    'remark-gfm',
    'recharts',
  ],
  db: ['drizzle-orm', 'postgres'],
  hook: ['next'],
  worker: [],
  e2e: ['@playwright/test', '@axe-core/playwright', 'axe-core', 'sharp'],
};

const CLIENT_PACKAGES = ['zod', 'react', '@tanstack/react-query', 'next-auth'];

/** Packages that only some parts of lib may touch. */
const KEPT: Record<string, readonly string[]> = {
  next: EDGE,
  react: EDGE,
  'next-auth': ['auth'],
  '@tanstack/react-query': ['http'],
  'pg-boss': ['events'],
  amqplib: ['events'],
  ioredis: ['cache'],
  meilisearch: ['search'],
  stripe: ['payments'],
  '@aws-sdk/client-s3': ['storage'],
  '@aws-sdk/lib-storage': ['storage'],
  yauzl: ['publishing'],
};
const NEVER_IN_LIB = ['react-dom', '@base-ui/react', 'lucide-react', 'react-markdown', 'recharts', 'tailwindcss'];

export function isBuiltin(specifier: string): boolean {
  return specifier.startsWith('node:') || builtinModules.includes(specifier);
}

export function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Whether a file of this zone may import this package or module of Node. */
export function mayUse(from: Zone, specifier: string, declared: { runtime: string[]; dev: string[] }): boolean {
  const name = packageOf(specifier);
  if (isBuiltin(specifier)) return !from.isClientSafe && !['app', 'components'].includes(from.name);
  if (['tests', 'config', 'e2e'].includes(from.name)) {
    return (PACKAGES[from.name] ?? [...declared.runtime, ...declared.dev]).includes(name);
  }
  // Measuring is not a part of the store: its tools are the tests'.
  if (from.name === 'scripts' && from.part === 'bench' && declared.dev.includes(name)) return true;
  if (!declared.runtime.includes(name)) return false;
  if (from.isClientSafe && !CLIENT_PACKAGES.includes(name)) return false;
  if (from.name === 'components' && SERVER_ONLY_NEXT.test(specifier)) return false;
  const allowed = PACKAGES[from.name];
  if (allowed !== undefined) return allowed.includes(name);
  if (from.name === 'scripts') return true;
  const kept = KEPT[name];
  return kept === undefined ? !NEVER_IN_LIB.includes(name) : kept.includes(from.part);
}
