import { phrases } from '../phrases';

/** What developers answer; `{author}` is the reviewer, `{org}` the developer, `{feature}` and `{version}` of the app. */
export const thanks = phrases(`
Thank you, {author}! This made our morning. | Thank you for taking the time to write, {author}.
Thanks! We have printed this and put it on the wall. | Thank you! If there is anything you miss, write to us.
We are glad it helps. Greetings from {town}. | Thank you, {author}. Tell a friend!
That is very kind. The {feature} took us longest, so it means a lot. | Thanks from all of us at {org}.
Thank you! More is coming in the next version.`);

export const wishes = phrases(`
Thank you, {author}. It is on our list, and you have just moved it up.
Good point. We are working on exactly that. | Thanks for the honest words. We will look into it.
Fair. The {feature} <gets/get> attention in the next version.
Thank you! Would you tell us a little more at support? We would like to get it right.
We hear you. It is harder than it looks, but it is coming.`);

export const sorry = phrases(`
We are sorry, {author}. Version {version} fixes this; please update and tell us if it does not.
Sorry about that. Could you send us the log from Settings → Help? We answer within a day.
This should not happen. We found the cause and are testing a fix.
We are sorry it did not work for you. If you bought it within the last 14 days, you can ask for a refund in your purchases.
Thank you for reporting it. It affected some devices only, and it is fixed in {version}.
Sorry, {author}. Your data is not lost: Settings → Backups → Restore. Write to us and we will help.
We understand. The old layout is back as an option in {version}.
Sorry to see you go. If you like, tell us what you missed most.`);
