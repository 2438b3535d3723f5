import type { Grammar } from './types';

export const books: Grammar = {
  slug: 'books',
  hooks: [
    'It opens where you stopped, on whichever screen you pick up next.',
    'There is no shop inside and nothing to collect except the books you have.',
    'Page turns are instant, even in a nine-hundred-page novel.',
    'Margins, leading and hyphenation were set by somebody who used to set real pages.',
    'We built it for the shelf of unread books next to the bed.',
  ],
  extras: [
    'night paper | a warm, low-contrast page for reading in the dark',
    'export | take everything out as Markdown, CSV or plain text',
    'reading goal | minutes a day, without a streak to be guilty about',
    'dictionary | look a word up with one press, offline',
    'type settings | six typefaces, any size, ragged or justified',
    'shelf search | finds a half-remembered title from one word',
  ],
  closers: [
    'Your notes are files on your device. Nobody reads them but you.',
    'Books without copy protection only; we say so before you buy.',
    'Questions are answered by the two people who wrote the app, usually within a day.',
    'Happy reading.',
  ],
  fixes: [
    'Long chapters no longer jump when the screen turns.',
    'Footnotes open above the line instead of over it.',
    'Covers load three times faster on a large shelf.',
    'Fixed a crash with EPUB files that have no table of contents.',
    'The last page counts as read. It always should have.',
    'Hyphenation for Dutch, Polish and Portuguese.',
  ],
  praise: [
    'finished four books this month, which has not happened since school',
    'the type is beautiful and I can finally read without my glasses',
    'my entire shelf imported without a single wrong cover',
    'the {feature} <is/are> why I stayed',
    'it respects that I just want to read',
  ],
  gripes: [
    'some covers come out blurry',
    'it lost my place twice in a long book',
    'importing from a folder is slow',
    'no way to sort a series in the right order',
    'the {feature} could use a bit more polish',
  ],
  settings: ['on the train', 'in bed', 'in our book club', 'on holiday', 'during the lunch break', 'on my old tablet'],
  apps: `
= Marginalia | A reading diary with room for opinions | notebook-pen | $4.99
~ Most reading apps want a star rating. Marginalia wants a sentence. Write one line per sitting and, a year later, you have the story of how you read.
+ one-line diary | a sentence per sitting, dated and tied to the page
+ quote scanner | point the camera at a paragraph and keep it as text
+ year in books | one quiet page in December, made to be printed
# reading, diary, books, quotes, journal
@ The Salt Path North, Page 112, Finished, Quote, Re-read
= Pagewright | EPUB reader that takes typography seriously | book-open | $7.99
~ Pagewright sets your books the way a patient compositor would: real small capitals, hung punctuation, lines that do not leave a lonely word behind.
+ optical margins | punctuation hangs in the margin, so the edge looks straight
+ house styles | nine page designs, from pocket paperback to large print
+ two-page spread | facing pages on tablets and in wide windows
# epub, reader, ebook, typography
@ Chapter Four, The Glass Orchard, Contents, Notes, 62 %
= Shelf & Spine | Catalogue the books you own on paper | library | $2.99
~ Scan the barcode, see the cover, put it on a shelf. After an evening your living-room wall is a list you can search from a bookshop aisle.
+ barcode run | scan forty books a minute without tapping
+ lending card | who has it, since when, and a polite reminder
+ duplicate alarm | tells you at the till that you already own it
# books, library, barcode, collection, isbn
@ Hallway, Fiction A–F, Lent to Mara, 1,204 books, Wishlist
= Tante Ilse's Stories | Bedtime tales read by real grandparents | moon | $3.99/mo t7
~ Two hundred tales from eleven countries, each recorded at a kitchen table by somebody who tells it to their own family.
+ sleep fade | the voice grows slower and softer over twenty minutes
+ tell-along text | words light up for children who are learning to read
+ own voice | record a story yourself and put it between the others
# bedtime, stories, audiobook, children, sleep
@ The Clever Goose, Twelve Brothers, 14 min, Ilse, Chapter 2
= Lantern Reader | Long reads, saved and calm | lamp | free
~ Save an article, and Lantern strips it to words and pictures, tells you honestly how long it takes, and keeps it until you have read it.
+ honest minutes | reading time learned from your own pace
+ morning pile | five saved pieces each day, oldest first
+ listen mode | read aloud with a voice that knows where to breathe
# read later, articles, offline, reading
@ 12 min, The Last Ferry, Saved, Archive, Essays
= Book Club Minutes | Run a book club without a group chat | users-round | free
~ Pick the next book by ranked vote, set the chapters for each evening, and collect the questions that everybody meant to ask.
+ ranked vote | nobody's third choice wins by accident
+ chapter plan | splits a book into evenings by pages, not by hope
+ spoiler fence | hides comments from chapters you have not reached
# book club, reading group, vote, discussion
@ Next meeting, Thursday, Ch. 7–11, 5 votes, Questions
= Vellum Audio Shelf | A player for audiobooks you own | headphones | $5.99
~ For folders of M4B and MP3 that were bought once and should play for ever. Chapters, bookmarks and speed, and nothing to sign in to.
+ chapter finder | makes chapters from silence where a file has none
+ smart rewind | goes back further the longer you were away
+ sleep by chapter | stops at the end of the chapter, not in a sentence
# audiobook, player, m4b, chapters
@ Chapter 18, 7 h 42 min left, 1.2×, Bookmark, Sleep
= Haiku Yard | Write and keep short poems | feather | free
~ Seventeen syllables, three lines, a season word if you like. Haiku Yard counts while you write and stays out of the way.
+ syllable count | live, and right about "fire" and "poem" more often than not
+ season words | a small almanac for when nothing comes
+ weekly yard | share one poem a week with strangers who share one back
# haiku, poetry, writing, syllables
@ early frost, Spring, 5-7-5, Yard, Drafts
= The Long Novel | A serial novel, one letter a day | mail-open | $1.99/mo
~ A new novel in ninety letters, written for this app, delivered each morning. When it ends, another begins.
+ letter hour | choose when the post comes
+ so far | a recap that never gives away tomorrow
+ map room | follow the letters across an invented coast
# serial, fiction, novel, daily
@ Letter 41, From Orla, Harbour Street, Yesterday, Reply
= Stacks Near Me | Little free libraries and book swaps | map-pin | free
~ A map of phone boxes, cupboards and station shelves where you may leave a book and take one. Kept by the people who walk past them.
+ shelf photos | see what stood there yesterday
+ swap log | remember what you left where
+ walk finder | a loop past three shelves in under an hour
# book swap, library, map, free books
@ Station Shelf, 0.4 km, Last seen today, 23 books, Canal Box
= Etymon | Where words come from, one at a time | tree-deciduous | $0.99
~ Type a word and watch it walk backwards through the languages that handed it on.
+ family tree | every cousin of a word on one page
+ false friends | words that look related and are not
+ daily root | one root each morning, with three descendants
# etymology, words, language, origin
@ kitchen, Latin, coquina, Old English, cousins
= Comicbox Reader | CBZ, CBR and PDF, panel by panel | panels-top-left | $3.99
~ Comicbox finds the panels by itself and glides from one to the next, so that a page made for paper works on a phone.
+ guided panels | detected on the device, corrected with a finger
+ series shelf | knows issue numbers, annuals and specials
+ manga order | right to left, remembered for each series
# comics, manga, cbz, reader
@ Issue 12, Page 8, Guided, Series, Unread 4
= Kindred Shelves | See what your friends are really reading | heart-handshake | free
~ No reviews, no ratings, no feed. Just the book on each friend's bedside table, and a button that says "tell me about it".
+ bedside table | one book per friend, updated when it changes
+ borrow request | ask, agree, and remember who has it
# friends, reading, books, social
@ Noor is reading, Bedside, Borrow, 3 friends, Tell me
= Recto | Proofread manuscripts with a pencil | pencil-line | $9.99
~ Recto puts a PDF manuscript under your pencil with every proof mark a copy editor knows, and sends back a list the author can work through.
+ proof marks | drawn by hand, recognised as instructions
+ change list | every mark as a numbered line, exportable
+ compare proofs | second proof against first, page by page
# proofreading, pdf, manuscript, editing
@ Proof 2, Page 214, stet, 38 marks, Resolved
= Fable Forge | Make picture books with your children | wand-sparkles | $2.99
~ They draw, you write, Fable Forge turns the pages into a book with a cover, a spine and their name on it.
+ drawing scan | flattens and cleans a crayon drawing in one tap
+ page turner | read it back as a real book with a corner to pull
+ print file | ready for any copy shop, with bleed
# picture book, children, drawing, stories
@ The Dragon Who Waited, Page 3, Cover, By Juno, Print
= Underline | Share highlights across every device | highlighter | $1.49/mo t14
~ Highlights from e-readers, PDFs and articles in one calm place, resurfaced when they are about to fade from memory.
+ daily five | five old highlights with your coffee
+ import bridge | clippings files, PDFs and web pages
+ threads | tie passages from different books together
# highlights, notes, reading, spaced repetition
@ 5 for today, On attention, From PDF, Thread, 1,880 notes
`,
};
