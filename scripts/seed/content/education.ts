import type { Grammar } from './types';

export const education: Grammar = {
  slug: 'education',
  hooks: [
    'Ten minutes a day is enough, and the app tells you when to stop.',
    'Mistakes are the interesting part: they come back, kindly, until they stop.',
    'Made with teachers in Leeds, Porto and Osaka, and tried on their classes.',
    'No hearts to lose, no gems to buy.',
    'Every lesson works offline, because school buses do not have wifi.',
  ],
  extras: [
    'classroom mode | one code on the board, thirty tablets in',
    'offline lessons | download a term in one go',
    'progress letter | a page a month for parents or for yourself',
    'review queue | what you are about to forget, today',
    'large text | and a typeface made for dyslexic readers',
    'handwriting | write the answer instead of tapping it',
  ],
  closers: [
    'Schools: write to us for the free classroom licence.',
    'We collect no data about children. There is nothing to opt out of.',
    'New lessons arrive on the first of each month.',
    'If something is wrong or unclear, the "doubtful" button reaches a teacher.',
  ],
  fixes: [
    'The review queue no longer piles up after a holiday.',
    'New unit: questions and polite requests.',
    'Audio re-recorded for 140 words.',
    'Accepts more ways of writing the right answer.',
    'Fixed a wrong stroke order. Thank you, Mrs Ohara.',
    'Classroom codes stay valid for the whole day.',
  ],
  praise: [
    'I passed my exam with this',
    'my daughter asks for it, which says it all',
    'explains why, not only what',
    'the {feature} made it click for me',
    'after six weeks I could order food without pointing',
  ],
  gripes: [
    'too easy at the start and there is no placement test',
    'the {feature} <marks/mark> right answers as wrong sometimes',
    'gets repetitive after unit ten',
    'the voice sounds robotic in places',
    'wish there was more for advanced learners',
  ],
  settings: [
    'with my seven-year-old',
    'before an exam',
    'in year 9',
    'on my commute',
    'for home schooling',
    'after retiring',
  ],
  apps: `
= Mouthful | Speak a language before you study it | messages-square | $7.99/mo t7
~ Mouthful starts with your mouth. You repeat, answer, interrupt and order coffee on day one; the grammar is there when you ask why.
+ shadow talk | speak along with a native at any speed
+ street scenes | market, platform, doctor, landlord
+ accent mirror | see the sound you made beside the one you meant
# language, speaking, spanish, italian, learn
@ Un café, Lesson 12, Say it, Street scene, 9 min
= Kanji Garden | Characters that take root | flower-2 | $11.99
~ Plant a character, water it at the right time, and watch the garden tell you what you know. 2,136 plants, and weeds where you mix two up.
+ stroke sand | draw with a finger, feel the order
+ look-alike beds | characters you confuse, side by side
+ radical map | parts that come back, with a story each
# kanji, japanese, writing, memory
@ 水, 412 planted, Water today, Look-alikes, Row 7
= Proof by Picture | Mathematics you can see | shapes | $4.99
~ Sixty theorems as pictures that move. Drag a corner and the proof keeps being true in front of you.
+ draggable proofs | change anything, break nothing
+ why button | one more step for every step
# math, geometry, proof, visual
@ Pythagoras, a² + b², Drag, Proof 18, Why?
= Little Abacus | First sums for small fingers | calculator | $2.99
~ Beads that slide and click, sums that grow with the child, and nobody shouting "fantastic!" after every tap.
+ bead frame | five and five, as hands have fingers
+ carry story | where the ten goes, told by a snail
# maths, counting, kids, sums
@ 7 + 5, Beads, Level 3, Snail, Well done
= Cramless | Flash cards that plan themselves | layers | $3.99/mo t14
~ Tell it the exam date. Cramless works out how many cards a day get you there and moves the plan when life happens.
+ exam plan | so many today, and why
+ photo cards | from a page of notes to a deck in a minute
+ honest forecast | what you would score if it were tomorrow
# flashcards, exam, study, memory
@ 34 today, Biology, 86 % ready, Due, 12 June
= Sternwarte | Astronomy course under the real sky | telescope | $5.99
~ Forty evenings with the sky above your own roof: what it is, how we know, how to find it with bare eyes.
+ tonight's lesson | chosen by weather, moon and horizon
+ red screen | keeps your night vision
+ notebook | sketches with date and sky attached
# astronomy, stars, course, sky
@ Vega, 22:40, Lesson 9, Clear, Notebook
= Chordbook Class | Music theory from the piano up | music | $6.99
~ Intervals by ear, chords by shape, and then the songs you know, taken apart on a keyboard.
+ ear gym | two minutes, adjusts after every answer
+ song x-ray | why that change makes you shiver
# music theory, piano, ear training
@ Minor 6th, ii–V–I, Ear gym, 82 %, C major
= Signwise | Learn sign language from deaf teachers | hand | $4.49/mo t7
~ Courses in four sign languages, filmed from two angles, with teachers who correct the signs you record.
+ two angles | front and signer's view
+ mirror mode | your camera beside theirs
+ slow hands | any speed without blur
# sign language, asl, bsl, dgs, libras
@ Thank you, Unit 4, Mirror, 0.5×, Reviewed
= Old Empires | History on one scrolling map | landmark | $3.99
~ Drag the year and see borders breathe, roads reach out and cities go dark. Tap anything to read the page behind it.
+ time drag | four thousand years under a thumb
+ trade routes | salt, silk, tin and news
# history, map, atlas, timeline
@ 312 BC, Via Appia, Trade, Carthage, 1204
= Molequle | Chemistry you can hold | flask-conical | $2.99
~ Build molecules in the air in front of you, pull a bond and feel why it does not want to go.
+ bond pull | strength as resistance
+ name it | from structure to name and back
# chemistry, molecules, 3d, school
@ C₂H₅OH, Bond, 104.5°, Name it, Ring
= Essay Scaffold | From empty page to argument | list-tree | free
~ A claim, three reasons, the best objection. Scaffold asks for them in order and refuses to write a word for you.
+ objection box | you must answer the strongest one
+ source cards | page numbers kept from the start
# essay, writing, school, argument
@ Claim, Reason 2, Objection, 640 words, Sources
= Planet Postcards | Geography by mail | stamp | free
~ A postcard a day from somewhere. Guess where from the light, the plants and the stamps.
+ clue by clue | fewer clues, more points
+ passport | everywhere you have been right
# geography, quiz, countries, travel
@ Day 88, Clue 2, Uruguay, Passport, 4/5
= Handschrift | Learn neat handwriting as an adult | pen-tool | $3.99
~ Twenty weeks from scrawl to a hand you like, with a stylus or on printed sheets.
+ slant guide | finds your natural angle and keeps it
+ sheet printer | today's letters on real paper
# handwriting, calligraphy, penmanship
@ Week 6, Slant 12°, a d g q, Sheet, Before
= Cell by Cell | Biology as a building you walk through | dna | $1.99
~ Enter through the membrane, take the lift to the nucleus, watch the night shift make proteins.
+ guided tours | eleven floors, twenty minutes each
+ exam pins | the labels your course wants
# biology, cell, anatomy, school
@ Nucleus, Floor 4, Ribosome, Tour, Pins
= Times Table Tavern | Multiplication with dragons and soup | soup | $1.99
~ Guests order, dragons pay in sevens, and the soup burns if you are slow. The only app about multiplication that asks for thirds.
+ stubborn eight | practises exactly the ones you miss
+ two cooks | a game for a child and a grown-up
# times tables, multiplication, maths, kids
@ 7 × 8, Table 6, Soup, Level 5, Tip 3
= Lecture Lens | Record, mark and find again | mic | $2.49/mo
~ Tap once when it matters. After class you have the recording, the moments you tapped, and the words said around them.
+ moment taps | thirty seconds back from every tap
+ board shots | photos pinned to the right minute
# lecture, recording, notes, student
@ 42:10, Marked 6, Board, Week 3, Transcript
= Phonics Farm | Reading, one sound at a time | wheat | $3.99
~ Forty-four sounds live on the farm. Feed them, call them, put two together and a word comes running.
+ blend gate | push sounds together and hear the word
+ decodable tales | stories with only the sounds they know
# phonics, reading, preschool, letters
@ sh, Blend, The Wet Hen, Pen 5, Read
= Debate Dojo | Argue better, both ways | swords | free
~ A motion, a side you did not choose, ninety seconds. Then you get to argue against yourself.
+ switch sides | the only fair practice
+ fallacy spotter | find the trick in the other speech
# debate, speaking, argument, critical thinking
@ Motion, 90 s, Against, Fallacy, Round 2
= Soundings | Birdsong, learned by ear | bird | $2.99
~ Twelve birds at a time, in the order you are likely to meet them, until the hedge outside turns into names.
+ dawn test | a fresh recording from today's date
+ confusers | blackcap or garden warbler, again and again
# birdsong, birds, nature, listening
@ Wren, 9 of 12, Dawn test, Confusers, Play
= Byte Class | First programs without blocks | code | $5.99
~ Real text, tiny programs, immediate pictures. By the end of week two they have made a game and know every line of it.
+ tiny steps | one new idea per page
+ explain it | say what a line does in your own words
# coding, programming, python, kids
@ for i in 10, Run, Lesson 8, Draw, Try it
= Alphabeta Greek | Read Greek letters in a weekend | languages | $0.99
~ Twenty-four letters through words you already know: πιάνο, ταξί, κακάο.
+ street signs | read a real one every five minutes
# greek, alphabet, reading
@ ταξί, Αθήνα, Sign 14, Δ, Weekend
= Thesis Compass | Plan a long piece of work | compass | $4.99
~ Chapters, sources, supervisor meetings and the deadline on one line, with the honest distance between them.
+ distance line | what is left divided by days that are left
+ meeting notes | what you agreed, ready for next time
# thesis, university, planning, research
@ Chapter 3, 61 days, Sources 84, Meeting, Draft
`,
};
