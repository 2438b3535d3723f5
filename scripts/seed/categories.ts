/** The store's categories in the order people see them: slug, name, lucide icon, hue. */
const main: readonly [string, string, string, number][] = [
  ['books', 'Books', 'book-open', 30],
  ['business', 'Business', 'briefcase', 250],
  ['developer-tools', 'Developer Tools', 'terminal', 155],
  ['education', 'Education', 'graduation-cap', 50],
  ['entertainment', 'Entertainment', 'clapperboard', 15],
  ['finance', 'Finance', 'wallet', 160],
  ['food-drink', 'Food & Drink', 'utensils', 40],
  ['games', 'Games', 'gamepad-2', 290],
  ['graphics-design', 'Graphics & Design', 'pen-tool', 330],
  ['health-fitness', 'Health & Fitness', 'heart-pulse', 145],
  ['kids', 'Kids', 'baby', 75],
  ['lifestyle', 'Lifestyle', 'house', 25],
  ['magazines', 'Magazines', 'newspaper', 0],
  ['medical', 'Medical', 'stethoscope', 195],
  ['music', 'Music', 'music', 310],
  ['navigation', 'Navigation', 'navigation', 230],
  ['news', 'News', 'megaphone', 255],
  ['photo-video', 'Photo & Video', 'camera', 320],
  ['productivity', 'Productivity', 'clipboard-list', 245],
  ['reference', 'Reference', 'library', 120],
  ['shopping', 'Shopping', 'shopping-bag', 350],
  ['social-networking', 'Social Networking', 'message-circle', 260],
  ['sports', 'Sports', 'trophy', 140],
  ['travel', 'Travel', 'plane', 210],
  ['utilities', 'Utilities', 'wrench', 220],
  ['weather', 'Weather', 'cloud', 200],
];

const genres: readonly [string, string, string, number][] = [
  ['action', 'Action', 'swords', 15],
  ['adventure', 'Adventure', 'compass', 150],
  ['board', 'Board', 'dices', 60],
  ['card', 'Card', 'spade', 340],
  ['casino', 'Casino', 'coins', 45],
  ['casual', 'Casual', 'smile', 320],
  ['family', 'Family', 'users', 90],
  ['music', 'Music', 'music', 300],
  ['puzzle', 'Puzzle', 'puzzle', 200],
  ['racing', 'Racing', 'car', 5],
  ['role-playing', 'Role Playing', 'shield', 270],
  ['simulation', 'Simulation', 'tractor', 120],
  ['sports', 'Sports', 'volleyball', 140],
  ['strategy', 'Strategy', 'crown', 35],
  ['trivia', 'Trivia', 'lightbulb', 55],
  ['word', 'Word', 'languages', 230],
];

export interface CategoryRow {
  slug: string;
  name: string;
  parentSlug: string | null;
  icon: string;
  hue: number;
}

export const categories: readonly CategoryRow[] = [
  ...main.map(([slug, name, icon, hue]) => ({ slug, name, parentSlug: null, icon, hue })),
  ...genres.map(([slug, name, icon, hue]) => ({ slug: `games-${slug}`, name, parentSlug: 'games', icon, hue })),
];
