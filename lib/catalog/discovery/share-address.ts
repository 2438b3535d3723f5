import { createHash } from 'node:crypto';
import type { Settings } from '@/lib/settings';
import type { AppCard, Collection } from '../schema';

/** What those who preview links ask for, in pixels. */
export const shareSize = { width: 1200, height: 630 } as const;

/** Goes up when the posters are drawn in another way. */
const drawing = 1;

export type ShareStore = Pick<Settings, 'storeName' | 'tagline' | 'accentHue' | 'logoId'>;
export type ShareApp = Pick<AppCard, 'slug' | 'name' | 'subtitle' | 'developer' | 'iconUrl' | 'color' | 'rating'>;
export type ShareStory = Pick<Collection, 'slug' | 'title' | 'subtitle' | 'artUrl'> & {
  apps: readonly Pick<AppCard, 'iconUrl'>[];
};

const digest = (...values: unknown[]) =>
  createHash('sha256')
    .update(JSON.stringify([drawing, ...values]))
    .digest('hex')
    .slice(0, 20);

const identity = ({ storeName, accentHue, logoId }: ShareStore) => [storeName, accentHue, logoId];

/** What a poster says of a rating; null where nobody rated. */
export const shownRating = ({ rating }: Pick<ShareApp, 'rating'>) =>
  rating.count > 0 ? Math.round(rating.average * 10) / 10 : null;

/** Icons that a list without art shows. */
export const shownIcons = (story: ShareStory) => story.apps.flatMap(({ iconUrl }) => iconUrl ?? []).slice(0, 20);

// Addresses name what the picture shows, so that it may be kept for ever: other contents have another address.

export const appShareFile = (app: ShareApp, store: ShareStore) =>
  `${digest(app.name, app.subtitle, app.developer.name, app.iconUrl, app.color, shownRating(app), ...identity(store))}.jpg`;

export const storyShareFile = (story: ShareStory, store: ShareStore) =>
  `${digest(story.title, story.subtitle, story.artUrl, story.artUrl ? [] : shownIcons(story), ...identity(store))}.jpg`;

/** Another one each week: its icons are the popular ones of the day when it is first drawn. */
export const storeShareFile = (store: ShareStore, now: Date) =>
  `${digest(store.tagline, Math.floor(now.getTime() / (7 * 86_400_000)), ...identity(store))}.jpg`;

export const appSharePath = (app: ShareApp, store: ShareStore) => `/og/apps/${app.slug}/${appShareFile(app, store)}`;

export const storySharePath = (story: ShareStory, store: ShareStore) =>
  `/og/stories/${story.slug}/${storyShareFile(story, store)}`;

export const storeSharePath = (store: ShareStore, now: Date) => `/og/store/${storeShareFile(store, now)}`;
