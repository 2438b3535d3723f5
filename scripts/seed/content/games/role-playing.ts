import type { Grammar } from '../types';

export const rolePlaying: Grammar = {
  slug: 'games-role-playing',
  hooks: [
    'Thirty hours, or eight if you are rude to everyone.',
    'Choices are remembered by people, not by points.',
    'Turn-based, so you can answer the door.',
    'Levels are few, and each one matters.',
    'The map has edges. What is beyond them is the story.',
  ],
  extras: [
    'auto-battle | for foes who should know better',
    'new game plus | with the knowledge, without the boots',
    'codex | written by an unreliable monk',
    'large text | for long nights',
    'cloud saves | eight slots and an autosave',
    'romance | optional, awkward, lovely',
  ],
  closers: [
    'Complete, offline, and yours.',
    'No summons, no stamina, no season pass.',
    'Adventure is a kind of paperwork.',
    'May your rolls be kind.',
  ],
  fixes: [
    'The swamp is shorter.',
    'Companions no longer block doors.',
    'Fixed a quest that could be handed in twice.',
    'New epilogues for two choices.',
    'Battle speed up to ×4.',
    'Balance: the spoon is weaker.',
  ],
  praise: [
    'feels like the games I grew up with',
    'writing is a cut above',
    'forty hours and I want more',
    'the {feature} kept me up until three',
    'my choices actually mattered',
  ],
  gripes: [
    'the middle third drags',
    'inventory is a mess',
    'the {feature} broke my save',
    'battles are slow even at double speed',
    'a quest marker is missing in the marsh',
  ],
  settings: ['for forty hours', 'on my commute', 'under the blanket', 'on a tablet', 'as an old fan of the genre'],
  apps: `
= Ashes of the Ninth Kettle | A tea-fuelled epic | cup-soda | $9.99
~ You inherited a tea house at a crossroads of three wars. Feed armies, hear secrets, brew the one leaf that ends it.
+ brewing | leaf, water, time, consequence
+ secrets at tables | sit people together and listen
+ three wars | none of them yours
# rpg, tea, story, choices
@ Table 4, Brew, Secret, Third army, Leaf
= Bramblewick | A small role-playing game about a village | house | $5.99
~ No world to save: one roof, one feud, one bridge, and a year to mend them.
+ feuds | older than the church
+ seasons | who you were in spring matters in snow
# cosy, village, rpg
@ Spring, Feud, Bridge 40 %, Bread, Ask
= Dice Saint | Every roll is a prayer | dices | $4.99
~ Carve your own dice, put faith on their faces, and meet what you rolled.
+ carving | choose what a six means
# dice, roguelike, rpg
@ Rolled 4, Faith, Carve, Shrine 6, Saint
= The Unpaid Wizard | Magic, invoiced | wand-sparkles | free
~ You cast, they argue about the bill. A role-playing game with accounts receivable.
+ invoices | late payers get weather
# comedy, magic, rpg
@ Invoice 12, Fireball, Overdue, Clause 4, Hat
= Sunken Parish | Bells under water | church | $6.99
~ A diving bell, a crew of five sinners, and a drowned town with lights on.
+ air is time | every conversation costs breath
+ crew sins | learn them or be surprised
# underwater, party, story
@ Depth 41, Air 6 min, Bell, Sinner, Light
= Goblin Accountant | Loot, audited | coins | $2.99
~ The heroes leave; you count. Find who stole from the hoard, and take your share.
+ double entry | goblin style
# comedy, puzzle, rpg
@ Hoard, −3 rubies, Hero?, Audit, Tooth
= Nomad Star | Trade songs between planets | orbit | $7.99
~ A ship that runs on music, a crew that argues about the chorus.
+ songs as cargo | they change on the way
+ long jumps | people age differently
# space, trading, rpg
@ Jump 9, Chorus, Crew 5, Planet Ode, Fuel
= Hearthless | A winter journey for four | snowflake | $3.99
~ Keep the ember alive. Whoever carries it cannot fight.
+ the ember | warmth, or a weapon
# survival, party, rpg
@ Night 12, Ember, −18°, Carry, Wolf
= Petty Gods | Be the deity of doorknobs | key | free
~ Three believers, one small power, and neighbours in heaven.
+ tiny miracles | stuck doors, mostly
# gods, comedy, strategy
@ 3 believers, Stuck door, Miracle, Feast, Knob
= Fox & Covenant | A tale of debts and tails | cat | $4.99
~ You are a fox who made a promise in human words. Nine tails, nine ways out.
+ promises | said aloud, kept in your own way
# fox, folklore, rpg
@ Tail 4, Promise, Shrine, Trick, Moon
= Marsh Company | Lead mercenaries home | swords | $5.99
~ Forty soldiers, no pay, a long way through other people's fields.
+ names | everyone has one; the list gets shorter
# tactics, company, rpg
@ 38 left, Ford, Pay?, Anna, Camp
= Library of Teeth | A dungeon that reads you | library | $3.99
~ Each room is a book you once lied about having read.
+ reading list | it asks, you admit
# dungeon, horror, rpg
@ Shelf 9, Admit, Room, Bookmark, Bite
`,
};
