import type { Grammar } from './types';

export const graphicsAndDesign: Grammar = {
  slug: 'graphics-design',
  hooks: [
    'The canvas is the whole screen; tools appear where your hand is.',
    'Undo goes back to the first stroke, even tomorrow.',
    'No account, no cloud you did not ask for, no watermark.',
    'It was drawn by designers who also write the code.',
    'Files open in the other programs you use.',
  ],
  extras: [
    'SVG export | clean paths, no leftovers',
    'layers | as many as memory allows, with masks',
    'wide colour | P3 from brush to print',
    'gestures | two fingers undo, three redo, all changeable',
    'time-lapse | every drawing remembers how it was made',
    'palettes | share them as a line of text',
  ],
  closers: [
    'Pay once. Updates of this version are free for ever.',
    'Students get it free with a school address.',
    'Show us what you make; the best goes on our wall.',
    'Your files stay your files.',
  ],
  fixes: [
    'Brush lag at 8K is gone.',
    'PDF export keeps overprint.',
    'Fixed a stray anchor after joining two paths.',
    'Palm rejection is much better on small tablets.',
    'New: guides that stick to objects.',
    'Fonts with more than one axis show all their sliders.',
  ],
  praise: [
    'it feels like paper, and I have said that about no other app',
    'the {feature} <is/are> better than what I pay ten times as much for',
    'exports are clean and my printer stopped calling',
    'learned it in an afternoon',
    "drew my whole children's book with it",
  ],
  gripes: [
    'crashes when a file has more than a hundred layers',
    'the {feature} <needs/need> keyboard shortcuts',
    'stylus pressure curve is too steep',
    'text tools are basic',
    'would like folders in the gallery',
  ],
  settings: ['with a stylus', 'for client work', 'at art school', 'on the sofa', 'for our zine', 'on an older tablet'],
  apps: `
= Inkwell Studio | Draw with ink that behaves like ink | paintbrush | $12.99
~ Wet lines bleed, dry lines skip, and the paper has a grain you can choose. Inkwell is the drawing app for people who miss the smell.
+ living ink | flows, pools and dries while you draw
+ paper drawer | forty sheets, scanned one by one
+ nib maker | cut your own pen and name it
# drawing, ink, illustration, brush, art
@ Nib 4, Cold press, Layer 2, Bleed, Sketchbook
= Grotesk | Type specimens you can play | type | $3.99
~ Load a typeface and try it as a poster, a timetable, a novel and a warning sign before you pay for it.
+ twelve settings | from ticket to billboard
+ pair finder | the second typeface that does not fight
# typography, fonts, specimen
@ Aa, 48 pt, Poster, Pair, Bold
= Swatchbook | Collect colours from the world | palette | $1.99
~ Photograph a wall, keep its green. Swatchbook corrects for the light and tells you the nearest paint and ink.
+ light card | calibrates with any white paper
+ nearest ink | six printing systems, four paint makers
# colour, palette, swatch, paint
@ Moss 12, #5B7553, Wall, Nearest, Collection
= Isometra | Isometric drawing that snaps into place | box | $5.99
~ Cubes, pipes, stairs and the occasional impossible triangle, on a grid that knows which side is up.
+ brick mode | build first, draw later
+ clean SVG | every face a path with a name
# isometric, vector, drawing, pixel
@ Cube, 30°, Stairs, Export, Grid
= Posterhaus | Posters in ten minutes that look like a week | presentation | $2.99/mo t7
~ Four grids, twelve typefaces, one rule: you cannot make an ugly one. Print sizes included.
+ good bones | layouts that reflow and stay in balance
+ print check | bleed, blacks and resolution before you send
# poster, layout, print, flyer
@ A2, Grid 3, Concert, Bleed OK, Red
= Nudge | A vector editor the size of a postcard | mouse-pointer-2 | $8.99
~ Pen tool, booleans, grid, export. Nudge opens in half a second and is closed again before the big program has started.
+ honest pen | handles do what you expect
+ pixel fit | icons that are sharp at 16
# vector, icons, svg, editor
@ 24 × 24, Pen, Union, Pixel fit, Copy SVG
= Patternmaker's Loop | Seamless patterns, live | repeat | $4.99
~ Draw in the middle and see the repeat run to the edge of the world. Half-drop, brick, mirror, and one invented by a tile maker in Seville.
+ live repeat | no preview button, it is always there
+ fabric scale | how big is it on a shirt?
# pattern, textile, repeat, print
@ Half-drop, Leaf, 32 cm, Mirror, Fabric
= Chalkline | Lettering practice on a blackboard | pencil-ruler | $2.99
~ Guides, slants and a dusty board. Make a menu, a sign, a mistake; wipe it with your sleeve.
+ sleeve wipe | smudges as it should
+ guide sets | roman, gothic, and "café"
# lettering, calligraphy, chalk
@ Menu, Slant 55°, Wipe, Gothic, Today
= Pixel Parlour | Pixel art with a tiny, perfect toolbox | grid-2x2 | $3.99
~ Sixteen colours, frames, onion skin. Everything is a key away and the cursor is exactly one pixel.
+ palette swap | night version in a tap
+ sprite sheets | with the JSON your game wants
# pixel art, sprites, animation
@ 32 × 32, Frame 4, Onion, 16 colours, Play
= Mood Wall | Pin, cut and paste ideas | layout-grid | free
~ Pictures, words, swatches and links on one endless wall. Shake it and it arranges itself.
+ shake to tidy | by colour, by size, by chance
+ tear edges | cut-outs with a paper edge
# moodboard, ideas, collage
@ Kitchen, 41 pins, Tidy, Warm, Link
= Kerning Club | A game about the space between letters | align-horizontal-space-around | free
~ Drag the letters until it looks right, then see what a type designer did.
+ daily word | one a day, same for everybody
# kerning, type, game, design
@ Day 61, AVATAR, 94, Yours, Theirs
= Bleed & Trim | Preflight for people who print | printer | $9.99
~ Drop a PDF. Get a list a printer would give you, in words, with a fix beside each line.
+ fix buttons | ink limit, bleed, black text, fonts
+ soft proof | the paper you will print on
# pdf, print, preflight, prepress
@ 6 problems, 318 % ink, Fixed, Proof, Ready
= Glyph Farm | Design your own typeface | case-sensitive | $7.99
~ Draw an n, get an m and a u. Glyph Farm grows the rest from the parts you like and lets you argue with all of it.
+ grown glyphs | from four letters to an alphabet
+ spacing by ear | hear the rhythm of a word
# font, type design, glyphs
@ n o v a, Stem 84, Grow, Spacing, Export
= Blockprint | Linocut without the blood | stamp | $2.99
~ Carve with a stylus, roll the ink, press. Each print comes out a little different, as it should.
+ real press | pressure and ink leave marks
+ editions | 4 of 20, signed
# linocut, printmaking, art
@ Carve, Roll, 4/20, Press, Blue-black
= Scale & Plan | Floor plans you can walk | ruler | $6.99
~ Measure a room with the camera, move the wall, buy the sofa that fits.
+ camera measure | within a centimetre in good light
+ sofa test | real sizes of real shapes
# floor plan, room, measure, interior
@ 4.20 m, Wall, Sofa test, Door, Walk
= Colour Wheelhouse | Harmony, explained | sun-medium | free
~ Why these two shout and those two sing. A small course with a wheel you can turn.
+ paint mixer | how real pigment mixes, not light
# colour theory, wheel, harmony
@ Split, Complement, Ochre, Mix, Lesson 3
= Wireframe Napkin | Sketch screens, click them | app-window | $4.49/mo t14
~ Draw boxes the way you do on a napkin. They become buttons, and by lunch you can tap through the idea.
+ rough to real | squiggles become fields and lists
+ share link | clickable for anyone, no account
# wireframe, prototype, ui, ux
@ Screen 4, Button, Flow, Share, Home
= Frame by Fred | Hand-drawn animation for everyone | film | $5.99
~ Fred was an animator who hated software. This is what he asked for: a light table, a peg bar, and a button that says play.
+ light table | see two drawings before and one after
+ peg bar | pages that never slip
# animation, drawing, frame by frame
@ Frame 38, 12 fps, Onion, Play, Scene 2
`,
};
