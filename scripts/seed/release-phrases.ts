/** Sentences of release notes that belong to no category. */
export const terse = [
  'Bug fixes and improvements.', 'Small fixes.', 'Fixes.', 'Maintenance release.', 'Stability.', 'Under the hood.',
  'Fixes a crash. Sorry.', 'Minor improvements.', 'You asked, we fixed.', 'Housekeeping.',
] as const;

export const firstNotes = ['First release.', 'Hello!', 'It is here.', 'First public version. Be kind.', 'Version one.', ''] as const;

export const changes = [
  'Starts faster on older devices.', 'Fixes a crash when opening from a notification.', 'Uses less battery in the background.',
  'Dark appearance is darker.', 'Better contrast in sunlight.', 'The search no longer hides the last result.',
  'Reads better with a screen reader.', 'Larger touch targets.', 'Fixes a rare crash after restoring a backup.',
  'Keyboard shortcuts for the things you do most.', 'Text no longer cut off in German.', 'Right-to-left layout.',
  'Fixes a freeze when the device is nearly full.', 'Animations respect "reduce motion".', 'The settings page is shorter.',
  'New icon. The old one is still there, in settings.', 'Undo works in more places.', 'Fixes times shown in the wrong time zone.',
  'Better error messages: they now say what to do.', 'Smaller download.', 'Fixes a problem that signed some people out.',
  'Widgets in two sizes.', 'Export keeps special characters.', 'Handles slow connections more gracefully.',
  'We rewrote a part you will never see.', 'Fixes a bug introduced in the last version. We are sorry.',
  'The list remembers where you were.', 'Works in landscape.', 'Polish, Turkish and Danish.', 'Syncs only what has changed.',
  'Fixes double entries after a lost connection.', 'Accessibility review, part one.', 'Colours for colour-blind eyes.',
  'The first launch explains itself in one page instead of five.', 'Pull to refresh, finally.', 'Sounds can be switched off.',
] as const;

export const featureChanges = [
  'The {feature} is twice as fast.', 'The {feature} can now be switched off.', 'Fixes a bug in the {feature}.',
  '{Feature}: clearer wording and fewer taps.', 'The {feature} works offline.', 'New: {feature}.',
  'The {feature} remembers your last choice.', '{Feature} on tablets uses the space.', 'We redrew the {feature}.',
  'The {feature} now explains what it does.', '{Feature}, rebuilt after your letters.', 'Fixes the {feature} on small screens.',
  'You can share what the {feature} shows.', 'Undo for the {feature}.',
] as const;
