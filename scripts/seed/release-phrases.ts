import { phrases } from './phrases';

/** Sentences of release notes that belong to no category. */
export const terse = phrases(`
Bug fixes and improvements. | Small fixes. | Fixes. | Maintenance release. | Stability. | Under the hood.
Fixes a crash. Sorry. | Minor improvements. | You asked, we fixed. | Housekeeping.`);

export const firstNotes = phrases(`
First release. | Hello! | It is here. | First public version. Be kind. | Version one. | `);

export const changes = phrases(`
Starts faster on older devices. | Fixes a crash when opening from a notification.
Uses less battery in the background. | Dark appearance is darker. | Better contrast in sunlight.
The search no longer hides the last result. | Reads better with a screen reader. | Larger touch targets.
Fixes a rare crash after restoring a backup. | Keyboard shortcuts for the things you do most.
Text no longer cut off in German. | Right-to-left layout. | Fixes a freeze when the device is nearly full.
Animations respect "reduce motion". | The settings page is shorter.
New icon. The old one is still there, in settings. | Undo works in more places.
Fixes times shown in the wrong time zone. | Better error messages: they now say what to do. | Smaller download.
Fixes a problem that signed some people out. | Widgets in two sizes. | Export keeps special characters.
Handles slow connections more gracefully. | We rewrote a part you will never see.
Fixes a bug introduced in the last version. We are sorry. | The list remembers where you were.
Works in landscape. | Polish, Turkish and Danish. | Syncs only what has changed.
Fixes double entries after a lost connection. | Accessibility review, part one. | Colours for colour-blind eyes.
The first launch explains itself in one page instead of five. | Pull to refresh, finally.
Sounds can be switched off.`);

/** With a feature's label as a noun; `<is/are>` follows its number. */
export const featureChanges = phrases(`
The {feature} <is/are> twice as fast. | The {feature} can now be switched off. | Fixes a bug in the {feature}.
The {feature} <works/work> offline. | The {feature}: clearer wording and fewer taps.
The {feature} <remembers/remember> your last choice. | Tablets: the {feature} <uses/use> the space.
We redrew the {feature}. | The {feature} now <explains itself/explain themselves>.
We rebuilt the {feature} after your letters. | Fixes the {feature} on small screens.
You can share what the {feature} <shows/show>. | Undo for the {feature}.
The {feature} <has/have> a place on the first page. | Voice control for the {feature}.`);
