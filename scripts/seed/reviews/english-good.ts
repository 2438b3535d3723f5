import { phrases } from '../phrases';

/**
 * Sentences of contented reviews in English. `{name}` is the app, `{feature}` one of its features, `{setting}` where
 * it is used, `{person}`, `{time}`, `{device}` and `{other}` are drawn; `<is/are>` follows the feature's number.
 */
export const openers = phrases(`
Honestly did not expect much. | Been using {name} for {time} now. | {Person} told me about this.
Third phone, same app. | I never write reviews, but here we are. | 
Came back to it after {time}. | Bought it on a whim. | Took me a while to get into. | Simple and it works.
I use it {setting}. | Exactly what I was looking for. | I have tried {other} before. | Small app, big help.
Such a pleasant surprise. | What a nice thing. | Finally! | Found it by accident. | We use it {setting}.
Okay, I get the hype. | After {time} I can say it is a keeper. | Not perfect but close. | I was sceptical.
Love the idea, love the execution. | {Person} and I both use it. | This replaced {other} for me.
Started with the free stuff, stayed for the rest. | I keep recommending it. | It just works.
Quick review after {time}: | I wish I had found this years ago. | You can tell that somebody cares.
My go-to {setting}. | First thing I install on a new device. | Wow. | So far so good. | Running it on {device}.
Long-time user here. | Clean, fast, no nonsense. | It grew on me. | Best find of the year for me.
I am picky about this sort of thing. | Not for everyone, but very much for me.
Bit of a learning curve, then great. | Got it for {person}, ended up using it myself.`);

export const featurePraise = phrases(`
The {feature} alone <is/are> worth it. | I use the {feature} all the time.
The {feature} <works/work> better than I expected. | Big fan of the {feature}. | Love the {feature}.
The {feature} <makes/make> all the difference. | {Feature}: yes. More of that.
What sold me <was/were> the {feature}. | Did not think I needed the {feature}. I did.
The {feature} <is/are> so well thought out. | The {feature} <saves/save> me time every day.
Nobody else has the {feature} like this. | Special mention for the {feature}.
I showed the {feature} to {person} and now they have it too. | The {feature} <is/are> the best part.
The {feature} <is/are> spot on. | Took me a week to find the {feature}, now I cannot live without <it/them>.
And the {feature}, chef's kiss. | Kudos for the {feature}. | Particularly good: the {feature}.
The {feature} <is/are> fun, too. | The {feature} just <works/work>.
I came for the {feature} and stayed for everything else. | Never seen the {feature} done this nicely.
The {feature} <deserves/deserve> an award. | Also the {feature} <is/are> great {setting}.
With the {feature} it finally makes sense. | The {feature} surprised me, in a good way.
The way the {feature} <works/work> is clever. | If only for the {feature}.
The {feature} <is/are> exactly how I would have done it. | You will want the {feature}, trust me.
The {feature} <has/have> become a habit.`);

export const praise = phrases(`
Runs smoothly on {device}. | No ads, no tracking, thank you. | The design is lovely without showing off.
Battery use is fine. | Support answered within a day. | They fixed a bug I reported in a week. | It does not nag.
Everything is where I expect it. | Even {person} understood it at once. | Fair price too.
It is quick, even on {device}. | I like that it works offline. | No account needed, which is rare now.
Updates are small and useful. | Text is easy to read. | It has never crashed on me.
The little details are great. | Sync between my devices is reliable. | It respects my time.
You can feel the care in it. | Better than {other}. | No subscription nonsense.
Dark mode is done properly. | Setting it up took two minutes.
It remembers where I was. | Not overloaded with features.
It feels calm. | The words in it are written by a human.
Undo everywhere, bless you. | It does one thing well. | I have had no problem in {time}. | Export works, I tried.
Really helpful {setting}. | Great {setting}. | The widget is useful.
Works with my screen reader, which I cannot say of {other}. | It is a joy to use. | I smile when I open it.
Tiny download. | The makers listen. | It got better with every update. | Handy and pretty.
Not one pop-up in {time}. | It made {person} jealous. | I stopped using {other}..
Does what it promises. | The onboarding is one page. One! | It even works on {device}.
I use maybe half of it and am happy. | Good value.`);

export const wishes = phrases(`
One star off because {gripe}. | Only complaint: {gripe}. | Would be five stars, but {gripe}.
Minor thing: {gripe}. | Just a pity that {gripe}. | If they fix one thing: {gripe}. | Still, {gripe}.
Not perfect: {gripe}. | The one thing I miss: a tablet layout. | Could use a landscape mode.
A widget would be nice. | Please add more languages. | I would love a darker dark mode.
Four stars because there is always room. | Needs a bit of polish here and there. | Wish it had a desktop version.
Would like to be able to sort things myself. | The text could be bigger. | Some things take one tap too many.
The first start is a bit confusing. | It could start faster. | Search could be smarter.`);

export const closers = phrases(`
Recommended. | Thank you! | Keep it up. | Five stars from me. | Get it. | Worth every penny.
Do not change a thing. | Would buy again. | Thanks to the developers. | Great work.
More like this please. | Happy customer. | Cheers. | Give it a week.
You will not regret it. | Bravo. | A rare gem. | I hope it stays this way. | Please never sell this company.
Can only recommend it. | Looking forward to the next update. | Money well spent. | Try it. | That is all.
Greetings from {place}. | Two thumbs up from {place}. | Keep going! | What more could you want?`);

export const short = phrases(`
Love it | Great | Very good | Does the job | Nice | Perfect | So good | Works well | Really useful
My favourite app | Excellent! | Good app | Super | 👍 | Brilliant | Fantastic | Beautiful app | Simply the best
No complaints | Amazing | Exactly what I needed | Works great {setting} | Lovely {feature} | Great {feature}
Very happy with it | Love the {feature}! | Fun | Best of its kind | Cute and clever | Can not complain | top
Solid | Really like it | Good stuff | Just wow | Quick and simple | Five stars | Impressed | better than expected
Well made | Use it every day | Finally one that works | Cool | Recommended by {person}, she was right
Pretty good | A+ | Yes! | The {feature} 😍 | ok good | Awesome | easy to use | Helpful
Addictive | Best purchase this year | 10/10 | ❤️ | Very nice work | I like it a lot`);

export const titles = phrases(`
Love it | Great app | Exactly what I wanted | A little gem | Simple and good | Surprisingly good | Worth it
Daily companion | Finally | So well made | Better than the big ones | Pleasant surprise | Keeper | Hidden gem
No nonsense | Works | {Feature}! | Great {feature} | Because of the {feature} | My favourite | Beautiful
Recommended | Five stars | Calm and clever | Does what it says | Happy after {time} | Thank you | Best one yet
Not just for nerds | Converted | Everyone should have this | Nice work | Just right | Good value | A joy
Still the best | Made with care | Wow | Solid`);
