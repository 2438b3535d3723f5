import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { PathnameContext } from 'next/dist/shared/lib/hooks-client-context.shared-runtime';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { ConsoleAppDetail, ConsoleVersionDetail, ListingView } from '@/lib/publishing/schema';

const router = {
  push: () => {},
  replace: () => {},
  refresh: () => {},
  back: () => {},
  forward: () => {},
  prefetch: () => {},
};

/** What the server writes into the document. */
export const render = (content: ReactNode, pathname = '/console/apps/a1') =>
  renderToStaticMarkup(
    <AppRouterContext value={router as never}>
      <PathnameContext value={pathname}>
        <QueryClientProvider client={new QueryClient()}>{content}</QueryClientProvider>
      </PathnameContext>
    </AppRouterContext>,
  );

export const appId = '01890000-0000-7000-8000-000000000001';
export const app: ConsoleAppDetail = {
  id: appId,
  slug: 'tern',
  bundleId: 'org.example.tern',
  name: 'Tern',
  iconUrl: null,
  color: '#336699',
  category: 'travel',
  status: 'listed',
  platforms: ['android'],
  inFlight: { id: '01890000-0000-7000-8000-000000000002', version: '1.4.0', platform: 'android', state: 'draft' },
  released: { version: '1.3.0', releasedAt: '2026-01-01T00:00:00.000Z' },
  rating: { average: 4.5, count: 12 },
  downloads: 3400,
  createdAt: '2025-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  organization: { id: '01890000-0000-7000-8000-000000000003', slug: 'example', name: 'Example' },
  role: 'owner',
  takedownReason: null,
  transfer: null,
};

export const version: ConsoleVersionDetail = {
  id: '01890000-0000-7000-8000-000000000002',
  version: '1.4.0',
  platform: 'android',
  state: 'draft',
  next: 'Upload a build.',
  releaseNotes: '',
  languages: ['en', 'de'],
  minimumOs: null,
  webUrl: null,
  sizeBytes: 0,
  sha256: null,
  fileName: null,
  releaseMode: 'scheduled',
  releaseAt: '2026-05-01T10:00:00.000Z',
  releasedAt: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  reviewNotes: '',
  demoAccount: '',
  build: null,
  submissions: [],
  queue: null,
  problems: [
    { path: 'build', code: 'missing', message: 'Upload a build.', severity: 'error' },
    { path: 'screenshots.0.altText', code: 'missing', message: 'Say what is to be seen.', severity: 'warning' },
  ],
};

export const listing: ListingView = {
  listing: {
    name: 'Tern',
    subtitle: 'Tide tables',
    category: 'travel',
    subcategory: null,
    description: 'Tides for small boats, **offline**.',
    promotionalText: '',
    keywords: ['tide'],
    supportUrl: null,
    privacyUrl: null,
    privacyLabel: { collected: ['location'], linked: [], tracking: [] },
    accessibility: ['keyboard'],
    age: { violence: 'some' },
    translations: { de: { subtitle: 'Gezeiten', description: '', promotionalText: '' } },
    iconId: null,
    screenshots: [{ id: '01890000-0000-7000-8000-000000000004', altText: '', platform: null }],
  },
  revision: '3',
  pending: ['subtitle'],
  lockedBecause: null,
  ageRating: 9,
  problems: [],
  media: [
    {
      id: '01890000-0000-7000-8000-000000000004',
      kind: 'screenshot',
      url: '/media/01890000-0000-7000-8000-000000000004/640.webp',
      width: 1080,
      height: 1920,
      color: '#112233',
    },
  ],
};
