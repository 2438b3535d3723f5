import { phrases } from '../phrases';

/** What an organised attack writes: a handful of texts, each used again and again with small changes. */
export const bombTexts = phrases(`
DELETED. They sell your address to anyone who pays, everybody knows it now. Stay away!!!
After what the company said this week I will never use this again. Uninstall it now.
Do not trust this app with your home. One star from me and everyone I know.
Shame on you. We will not forget. One star.
The makers insulted thousands of people and now want us back. No thanks.
Worst app ever. Do not download. Spread the word.
They told strangers where I live. Do not install!!`);

export const bombTitles = phrases(`
STAY AWAY | Never again | Shame | Boycott | One star | Do not trust | Scam | Deleted`);

/** Five stars bought by the dozen. */
export const farmTexts = phrases(`
Great app, love it! | Best app ever, must download! | Amazing, 5 stars! | Awesome app, very useful for everyone.
Very nice app good work | I love it so much, best app ever!! | Must download this app, amazing!
Super awesome 5 stars`);

export const spamTexts = phrases(`
Earn 500 a day from home, write to me for details | Cheap followers and gift codes, look for cashduck online
Free coins generator, works 100%, search for coinsnow | Best deals on watches, contact me
My new channel is live, please subscribe and share | first | asdfghjkl | test test test | .............
hello how are you`);

export const abusiveTexts = phrases(`
Whoever made this is an idiot and should lose their job. | Garbage made by garbage people.
Only morons would use this.`);
