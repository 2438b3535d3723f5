import { z } from 'zod';
import { storyScenes } from '../schema';

export const screenScenes = [
  'list',
  'chart',
  'map',
  'player',
  'editor',
  'board',
  'camera',
  'chat',
  'calendar',
] as const;

const seed = z.string().min(1).max(200);
const hue = z.number().min(0).max(360);

/** `glyph` is a name from `glyphNames`; `name` is the app's name, whose first letter a monogram shows. */
export const iconSpecSchema = z.object({
  kind: z.literal('icon'),
  seed,
  hue,
  family: z.string().max(60),
  glyph: z.string().max(40).optional(),
  name: z.string().max(200).optional(),
});

/** `words` are the screen's own nouns: the first is its title, the others label rows, pins, tracks or events. */
export const screenshotSpecSchema = z.object({
  kind: z.literal('screenshot'),
  seed,
  hue,
  scene: z.enum(screenScenes),
  caption: z.string().max(200),
  words: z.array(z.string().max(120)).max(40),
  appName: z.string().max(200),
  device: z.enum(['phone', 'desktop']),
});

export const storySpecSchema = z.object({
  kind: z.literal('story'),
  seed,
  hue,
  scene: z.enum(storyScenes).optional(),
});

export const artSpecSchema = z.discriminatedUnion('kind', [iconSpecSchema, screenshotSpecSchema, storySpecSchema]);

export type IconSpec = z.infer<typeof iconSpecSchema>;
export type ScreenshotSpec = z.infer<typeof screenshotSpecSchema>;
export type StorySpec = z.infer<typeof storySpecSchema>;
export type ArtSpec = z.infer<typeof artSpecSchema>;
export type ScreenScene = (typeof screenScenes)[number];
export type StoryScene = (typeof storyScenes)[number];
