import { phrases } from '../phrases';

/** What the slots of review sentences may hold. */
export const slots = {
  person: phrases(`
my wife | my husband | my partner | my sister | my brother | my mum | my dad | my daughter | my son | a colleague
a friend | our neighbour | my flatmate | my aunt | my boss | my grandmother | a guy at work | my girlfriend
my best friend | my cousin`),
  time: phrases(`
two weeks | a month | three months | half a year | a year | six weeks | a couple of months | ten days
four months | ages | three weeks | nearly two years | a few days | five weeks`),
  recently: phrases(`
a few days | a week | ten days | two weeks | three weeks | a month | five weeks`),
  device: phrases(`
my old phone | a cheap tablet | my new phone | an old laptop | my work phone | a small screen
a five-year-old phone | my tablet | a foldable | a slow connection | my desktop | an e-ink tablet | a big phone`),
  desktop: phrases(`
an old laptop | my desktop | my work laptop | a slow connection | two screens | a tiny netbook | my home server
a laptop with little memory | a big screen`),
  other: phrases(`
three others | every other app like this | the one I had before | at least five of these | the well-known ones
a spreadsheet | pen and paper | the built-in one | two paid ones | the free ones | a very famous one
my old system`),
  place: {
    US: phrases(`
Ohio | Seattle | Brooklyn | Texas | Maine | Tucson | Chicago | the Bay Area | Atlanta`),
    GB: phrases(`
Leeds | Cornwall | Glasgow | Swansea | London | the Lakes | Belfast | Norfolk | Bristol`),
    DE: phrases(`
Hamburg | Munich | Cologne | Leipzig | the Black Forest | Berlin | Bremen | Dresden`),
    JP: phrases(`
Osaka | Tokyo | Sapporo | Kyoto | Nagoya | Fukuoka | Sendai`),
    BR: phrases(`
São Paulo | Recife | Porto Alegre | Rio | Belo Horizonte | Manaus | Curitiba | Salvador`),
  },
};

export const emoji = phrases(`
😀 | 😊 | 👍 | 🎉 | ❤️ | 😍 | 🙌 | 👌 | ✨ | 🙏`);
export const angryEmoji = phrases(`
😡 | 👎 | 🙄 | 😤 | 😞 | 💩`);
