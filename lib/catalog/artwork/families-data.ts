import type { GlyphName } from './glyphs';
import type { Composition } from './icon-compositions';
import type { Ground } from './palette';
import type { Random } from './random';

/** How a category's icons look: its hues, how strong they are, on which grounds, with which glyphs and pictures. */
export type Family = {
  hues: readonly [number, ...number[]];
  strength: number;
  grounds: Readonly<Partial<Record<Ground, number>>>;
  glyphs: readonly [GlyphName, ...GlyphName[]];
  pictures: readonly Composition[];
};

const loud = { vivid: 6, dark: 2, pastel: 1, deep: 1 };
const sober = { deep: 5, light: 2, dark: 2, vivid: 2 };
const clear = { vivid: 4, light: 3, pastel: 2, dark: 2, deep: 1 };

export const families = {
  books: {
    hues: [28, 55, 350, 145],
    strength: 0.8,
    grounds: { deep: 4, light: 3, pastel: 2, vivid: 1 },
    glyphs: ['book-open', 'book', 'bookmark', 'feather', 'library', 'glasses', 'quote', 'leaf'],
    pictures: ['book', 'book', 'serif', 'serif', 'landscape', 'shelf'],
  },
  business: {
    hues: [250, 265, 205, 20],
    strength: 0.75,
    grounds: sober,
    glyphs: ['briefcase', 'building', 'chart-pie', 'receipt', 'calculator', 'clipboard-list', 'landmark', 'ticket'],
    pictures: ['bars', 'pie', 'calendar', 'steps', 'envelope'],
  },
  'developer-tools': {
    hues: [155, 265, 205, 320, 65],
    strength: 0.95,
    grounds: { dark: 7, vivid: 2, light: 1 },
    glyphs: ['terminal', 'code', 'bug', 'cpu', 'blocks', 'command', 'package', 'spline', 'bot'],
    pictures: ['terminal', 'terminal', 'brackets', 'brackets', 'isometric', 'blocks'],
  },
  education: {
    hues: [50, 225, 145, 300],
    strength: 0.95,
    grounds: clear,
    glyphs: ['graduation-cap', 'pencil', 'languages', 'microscope', 'atom', 'globe', 'ruler', 'brain', 'lightbulb'],
    pictures: ['pencil', 'face', 'book', 'letters', 'planet'],
  },
  entertainment: {
    hues: [15, 330, 290, 45],
    strength: 1.1,
    grounds: loud,
    glyphs: ['clapperboard', 'popcorn', 'tv', 'ticket', 'drama', 'star', 'megaphone', 'cast'],
    pictures: ['planet', 'play', 'play', 'curtain', 'face', 'ticket'],
  },
  finance: {
    hues: [160, 245, 180, 285],
    strength: 0.8,
    grounds: { deep: 6, dark: 2, light: 2, vivid: 1 },
    glyphs: ['wallet', 'piggy-bank', 'coins', 'chart-line', 'landmark', 'banknote', 'chart-pie', 'receipt', 'scale'],
    pictures: ['bars', 'trend', 'candles', 'coin', 'pie', 'steps', 'isometric', 'concentric'],
  },
  'food-drink': {
    hues: [35, 60, 130, 15, 85],
    strength: 1,
    grounds: { pastel: 4, vivid: 4, light: 2, deep: 1 },
    glyphs: [
      'utensils',
      'coffee',
      'carrot',
      'cherry',
      'pizza',
      'soup',
      'wine',
      'wheat',
      'salad',
      'croissant',
      'egg',
      'grape',
      'apple',
      'milk',
    ],
    pictures: ['fruit', 'fruit', 'cup', 'cup', 'bowl', 'citrus', 'citrus'],
  },
  games: {
    hues: [290, 15, 200, 340, 130, 50, 250],
    strength: 1.2,
    grounds: loud,
    glyphs: [
      'gamepad-2',
      'joystick',
      'dices',
      'swords',
      'ghost',
      'trophy',
      'crown',
      'gem',
      'puzzle',
      'castle',
      'skull',
      'club',
      'rocket',
      'shield',
      'spade',
      'axe',
    ],
    pictures: [
      'invader',
      'invader',
      'face',
      'face',
      'cards',
      'dice',
      'checker',
      'gem',
      'planet',
      'landscape',
      'blocks',
      'tiles',
      'ball',
      'dungeon',
    ],
  },
  'graphics-design': {
    hues: [330, 275, 190, 40, 110],
    strength: 1.1,
    grounds: clear,
    glyphs: ['pen-tool', 'palette', 'brush', 'spline', 'layers', 'paintbrush', 'scissors', 'ruler', 'image'],
    pictures: ['overlap', 'bauhaus', 'swatches', 'bezier', 'petals', 'pencil', 'pinwheel', 'ribbon'],
  },
  'health-fitness': {
    hues: [150, 20, 180, 125, 355],
    strength: 0.95,
    grounds: { vivid: 4, light: 2, dark: 3, pastel: 2 },
    glyphs: [
      'heart-pulse',
      'dumbbell',
      'bike',
      'apple',
      'footprints',
      'timer',
      'flame',
      'person-standing',
      'droplet',
      'watch',
    ],
    pictures: ['rings', 'rings', 'pulse', 'sunrise', 'steps', 'lotus'],
  },
  kids: {
    hues: [75, 195, 340, 140, 25],
    strength: 1.05,
    grounds: { pastel: 4, vivid: 5 },
    glyphs: [
      'baby',
      'cat',
      'dog',
      'panda',
      'rainbow',
      'candy',
      'squirrel',
      'puzzle',
      'rocket',
      'cake',
      'turtle',
      'ice-cream-cone',
      'fish',
    ],
    pictures: ['face', 'face', 'face', 'rainbow', 'letters', 'tiles', 'planet', 'weather'],
  },
  lifestyle: {
    hues: [25, 340, 100, 60, 175],
    strength: 0.75,
    grounds: { pastel: 5, light: 3, vivid: 2, deep: 1 },
    glyphs: ['house', 'sofa', 'lamp', 'flower-2', 'sprout', 'paw-print', 'shirt', 'coffee', 'sparkles', 'key-round'],
    pictures: ['lotus', 'vase', 'vase', 'landscape', 'petals', 'arches', 'cup'],
  },
  magazines: {
    hues: [0, 30, 260, 90],
    strength: 0.9,
    grounds: { light: 5, vivid: 2, deep: 2, dark: 1 },
    glyphs: ['newspaper', 'quote', 'bookmark', 'layers', 'eye'],
    pictures: ['serif', 'serif', 'masthead', 'bauhaus', 'stripes', 'overlap', 'arches'],
  },
  medical: {
    hues: [195, 175, 220, 350],
    strength: 0.65,
    grounds: { light: 5, pastel: 4, vivid: 2 },
    glyphs: [
      'stethoscope',
      'pill',
      'heart-pulse',
      'dna',
      'syringe',
      'ear',
      'eye',
      'flask-conical',
      'microscope',
      'thermometer',
    ],
    pictures: ['pulse', 'cross', 'cross', 'capsule', 'capsule', 'droplet'],
  },
  music: {
    hues: [310, 350, 275, 20, 165],
    strength: 1.15,
    grounds: { vivid: 5, dark: 4, pastel: 1 },
    glyphs: ['music', 'headphones', 'guitar', 'piano', 'drum', 'mic', 'radio', 'music-2'],
    pictures: ['equalizer', 'equalizer', 'vinyl', 'vinyl', 'waveform', 'waveform', 'keys', 'concentric'],
  },
  navigation: {
    hues: [230, 150, 200, 30],
    strength: 1,
    grounds: clear,
    glyphs: ['navigation', 'map-pin', 'compass', 'route', 'car', 'train-front', 'bike', 'signpost', 'sailboat'],
    pictures: ['streets', 'streets', 'compass', 'compass', 'road', 'contour'],
  },
  news: {
    hues: [25, 255, 5, 210],
    strength: 0.95,
    grounds: { light: 4, vivid: 4, deep: 2, dark: 1 },
    glyphs: ['newspaper', 'megaphone', 'radio', 'globe', 'rocket', 'bell'],
    pictures: ['masthead', 'serif', 'globe', 'stripes', 'concentric', 'letters'],
  },
  'photo-video': {
    hues: [320, 200, 45, 270, 10],
    strength: 1.05,
    grounds: { vivid: 4, dark: 4, light: 2 },
    glyphs: ['camera', 'aperture', 'image', 'video', 'clapperboard', 'eye', 'sun'],
    pictures: ['lens', 'lens', 'aperture', 'aperture', 'prints', 'play', 'sunrise'],
  },
  productivity: {
    hues: [245, 20, 165, 75, 290],
    strength: 0.95,
    grounds: { light: 4, vivid: 4, pastel: 2, dark: 1 },
    glyphs: [
      'clipboard-list',
      'calendar',
      'kanban',
      'timer',
      'pencil',
      'mail',
      'notebook-pen',
      'hourglass',
      'paperclip',
      'bell',
    ],
    pictures: ['calendar', 'check', 'check', 'notes', 'notes', 'clock', 'envelope'],
  },
  reference: {
    hues: [40, 230, 120, 5],
    strength: 0.75,
    grounds: { light: 4, deep: 4, pastel: 2 },
    glyphs: ['library', 'languages', 'globe', 'bookmark', 'search', 'bird', 'feather', 'scale', 'telescope'],
    pictures: ['letters', 'letters', 'serif', 'book', 'shelf', 'globe'],
  },
  shopping: {
    hues: [350, 35, 285, 165],
    strength: 1,
    grounds: { vivid: 4, pastel: 4, light: 2 },
    glyphs: ['shopping-bag', 'shopping-basket', 'tag', 'gift', 'store', 'shirt', 'tags', 'package'],
    pictures: ['bag', 'bag', 'pricetag', 'ticket', 'bauhaus'],
  },
  'social-networking': {
    hues: [260, 340, 195, 25, 300],
    strength: 1.1,
    grounds: { vivid: 6, light: 2, pastel: 1, dark: 1 },
    glyphs: ['message-circle', 'send', 'hand-heart', 'heart', 'bird', 'mail', 'ghost'],
    pictures: ['bubbles', 'bubbles', 'bubbles', 'overlap', 'face', 'orbitals'],
  },
  sports: {
    hues: [145, 30, 220, 10, 95],
    strength: 1.1,
    grounds: { vivid: 5, deep: 3, dark: 2 },
    glyphs: ['volleyball', 'trophy', 'medal', 'timer', 'bike', 'target', 'flag', 'award', 'mountain'],
    pictures: ['ball', 'ball', 'pitch', 'pitch', 'pennant', 'stripes', 'mountain'],
  },
  travel: {
    hues: [210, 35, 180, 15, 155],
    strength: 1,
    grounds: clear,
    glyphs: ['plane', 'luggage', 'tree-palm', 'tent', 'ship', 'anchor', 'globe', 'sailboat', 'umbrella', 'map'],
    pictures: ['landscape', 'sea', 'sea', 'mountain', 'globe', 'arches', 'pricetag', 'sunrise'],
  },
  utilities: {
    hues: [220, 0, 160, 270, 60],
    strength: 0.7,
    grounds: { light: 4, dark: 4, vivid: 3, deep: 1 },
    glyphs: [
      'wrench',
      'calculator',
      'lock',
      'key',
      'plug',
      'gauge',
      'folder',
      'lightbulb',
      'archive',
      'keyboard',
      'search',
      'radar',
      'ruler',
    ],
    pictures: ['dial', 'dial', 'toggle', 'toggle', 'clock', 'keypad', 'isometric', 'envelope'],
  },
  weather: {
    hues: [225, 200, 245, 275],
    strength: 1,
    grounds: { vivid: 6, pastel: 2, deep: 2 },
    glyphs: [
      'cloud',
      'cloud-rain',
      'sun',
      'umbrella',
      'snowflake',
      'wind',
      'droplet',
      'moon',
      'thermometer',
      'zap',
      'tornado',
    ],
    pictures: ['weather', 'weather', 'weather', 'sunrise', 'contour', 'rain', 'rain', 'moon'],
  },
} as const satisfies Record<string, Family>;

const known: Readonly<Record<string, Family>> = families;

/** The family of a category's slug; sub-categories ("games-puzzle") share their parent's; unknown ones are utilities. */
export function familyOf(slug: string): Family {
  const own = Object.hasOwn(known, slug) ? known[slug] : undefined;
  if (own) return own;
  const parent = Object.keys(known).find((name) => slug.startsWith(`${name}-`) || slug.startsWith(`${name}/`));
  return (parent ? known[parent] : undefined) ?? families.utilities;
}

/** A hue from the family's own, with a little drift. */
export function familyHue(slug: string, random: Random): number {
  return Math.round((random.pick(familyOf(slug).hues) + random.range(-14, 14) + 360) % 360);
}
