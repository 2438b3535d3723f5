import { type GlyphName, isGlyphName } from '@/lib/catalog/artwork/glyphs';

/** Icons that the store does not draw, and what comes nearest. */
const nearest: Record<string, GlyphName> = {
  'alarm-clock': 'clock', 'alarm-clock-check': 'clock', 'app-window': 'kanban', 'audio-lines': 'music-2',
  'audio-waveform': 'music-2', 'badge-cent': 'coins', bandage: 'heart', bed: 'moon', 'bed-double': 'moon',
  'bell-ring': 'bell', 'book-a': 'book', 'book-open-text': 'book-open', 'book-user': 'globe', 'building-2': 'building',
  'calendar-check': 'calendar', 'calendar-clock': 'calendar', 'calendar-cog': 'calendar', captions: 'quote',
  'car-front': 'car', caravan: 'truck', cassette: 'radio', 'cassette-tape': 'radio', 'chart-candlestick': 'chart-line',
  'chart-no-axes-combined': 'chart-line', 'chef-hat': 'utensils', 'cloud-moon': 'moon', 'concierge-bell': 'bell',
  'disc-3': 'music', droplets: 'droplet', film: 'clapperboard', flashlight: 'lightbulb', 'file-text': 'notebook-pen',
  gavel: 'hammer', 'glass-water': 'droplet', hand: 'hand-heart', 'hand-coins': 'coins', 'heart-handshake': 'heart',
  highlighter: 'pencil', history: 'hourglass', 'id-card': 'tag', list: 'clipboard-list', 'list-checks': 'clipboard-list',
  'list-music': 'music', mailbox: 'mail', mails: 'mail', 'mail-open': 'mail', 'map-pinned': 'map-pin',
  'messages-square': 'message-circle', 'mic-vocal': 'mic', 'moon-star': 'moon', 'music-3': 'music',
  'notebook-tabs': 'notebook-pen', 'paint-roller': 'paintbrush', 'panels-top-left': 'image', 'pencil-line': 'pencil',
  'pencil-ruler': 'ruler', 'receipt-text': 'receipt', 'scroll-text': 'notebook-pen', 'search-check': 'search',
  'shield-alert': 'shield', 'shield-check': 'shield', signature: 'feather', siren: 'heart-pulse', spool: 'scissors',
  'spray-can': 'flower-2', 'square-terminal': 'terminal', stamp: 'mail', 'sun-medium': 'sun', 'test-tube': 'flask-conical',
  theater: 'drama', 'thermometer-sun': 'thermometer', 'timer-reset': 'timer', 'train-front-tunnel': 'train-front',
  'tree-deciduous': 'trees', wand: 'wand-sparkles', weight: 'dumbbell', whistle: 'volleyball',
};

/** A glyph that exists for the one an app's author had in mind; none where nothing comes near. */
export function glyphFor(name: string): GlyphName | undefined {
  return isGlyphName(name) ? name : nearest[name];
}
