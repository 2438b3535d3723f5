import { phrases } from './phrases';

/** Phrases of listings that belong to no category. */
export const headings = phrases(`
What it does | What you get | Inside | In the box | The short version | How it helps | What it is good at
The details | What people like | What is in it | At a glance | The useful part | For the curious | Why this one
Features, in plain words | The good stuff | In practice | Everything in it | Points of pride | Three good reasons
How it works | What makes it different`);

export const secondHeadings = phrases(`
And besides | On top | Worth knowing | Small things that matter | Also inside | The rest | Good to know
Day to day | Practical matters | For later | While you are here | Extras`);

export const createdIn = phrases(`
Made in {town} by {org}. | {name} comes from {town}, where {org} has been making it for a while now.
We are {org}. We make few things and look after them. | A small app from {town}.
{org} first made {name} for its own people. Then friends asked. | Written, tested and answered for in {town}.`);

export const introductions = phrases(`
**{org}.** {about} | Hello from {town}! {name} is what we wished existed.
{name} started on a napkin in {town} and grew from there. | This is the app we use ourselves, every day.
We get a lot of letters about {name}. Most of them say "finally".`);

export const freeLines = phrases(`
Free, and it will stay free. | It costs nothing. If you like it, tell a friend.
Free of charge and free of advertising. | There is nothing to buy inside. | Free: our other apps carry this one.
No cost, no account, no catch. | It is free because it is small and we like it.
Free, thanks to a grant and a lot of evenings.`);

export const paidLines = phrases(`
Buy it once, keep it. | One price, all features, no subscription. | Pay once. Updates are part of the deal.
You pay us, so nobody else has to. | A single purchase for all your devices.
No subscription: when it is yours, it is yours. | It costs about as much as a sandwich and lasts longer.
One purchase. No packs, no tiers, no "pro".`);

export const subscriptionLines = phrases(`
After that a subscription keeps it going; cancel in two taps. | Everything is included in one subscription.
The subscription pays for servers, updates and two salaries.
Cancel whenever you like; what you made stays yours. | One plan, no tiers. It renews until you stop it.
Paid by subscription, so we work for you and nobody else.`);

export const trialLines = phrases(`
Try it for {days} days first. | The first {days} days are free. | {days} days to find out whether it is for you.
Begin with {days} free days, everything included.`);
