/** Invented developers: `name | country | town | who they are`. The section says which categories they publish in. */
export const organizationsByTrade: Record<string, { categories: readonly string[]; list: string }> = {
  play: {
    categories: ['games'],
    list: `
Paper Moon Arcade | GB | Bristol | Three people, one kettle, small games.
Oddly Shaped Games | US | Portland | A worker-owned studio above a bicycle shop.
Fünf Uhr Spiele | DE | Leipzig | Board games first, screens second.
Kumo Kobo | JP | Kyoto | A workshop for quiet games.
Jogo de Cintura | BR | Recife | Games with rhythm and bad jokes.
Blue Heron Play | CA | Halifax | Games about places we have walked through.
Tiny Thunder | US | Austin | Loud games on small screens.
Brass Lantern Works | GB | Sheffield | Mysteries, machines and maps.
Salamander Room | PL | Kraków | We draw by hand and program by night.
Two Left Boots | IE | Cork | Silly games, seriously made.
Nachtzug Interactive | DE | Hamburg | Stories for long journeys.
Cinnamon Bear Games | SE | Malmö | Cosy games since 2017.
Hill & Hollow | US | Asheville | A family studio with a dog in charge of quality.
Kaleido Forge | KR | Busan | Puzzles with moving parts.
Ministry of Mild Peril | GB | Edinburgh | Adventures nobody gets hurt in.
Casa Tatu | BR | Curitiba | Four friends and an armadillo.
Umbra & Tonic | ES | Valencia | Card games and other bad influences.
Low Tide Collective | PT | Porto | Games about water, mostly.
Snow Day Software | NO | Tromsø | Made in the dark half of the year.
Kettle & Crown | GB | York | Strategy for people with jobs.
Redwood Dice | US | Eugene | Table games, carved with care.
Hoshi Arcade Labo | JP | Sapporo | Short games, long winters.
Studio Bernard | BE | Ghent | Named after the cat.
Marzipan Machine | DE | Lübeck | Casual games without sugar.
Ringtail Studios | AU | Hobart | Small marsupials, big worlds.
Loose Leaf Games | NZ | Dunedin | Read, play, put away.
Foxglove & Sons | GB | Hereford | Word games by people who set crosswords.
Quarter Past | NL | Utrecht | Games that end on time.
Ten Pin Pony | US | Duluth | Sports for the unsporting.
Bazaar of Wonders | TR | İzmir | Games with a market in them.
Lagoon Eleven | IN | Kochi | Eleven people, one lagoon.
Gravel Road Games | ZA | Gqeberha | Racing, mostly downhill.
Atelier Tournesol | FR | Toulouse | Games to play with your children, or theirs.
Second Breakfast Games | FI | Tampere | Role-playing at a civilised hour.`,
  },
  little: {
    categories: ['kids', 'education'],
    list: `
Marmalade School | GB | Leeds | Teachers who learned to program.
Kleine Riesen | DE | Freiburg | Apps for small people and those who read to them.
Hiyoko Classroom | JP | Osaka | Learning, one sparrow step at a time.
Sabiá Educação | BR | Belo Horizonte | Made with schools, for schools.
Pencil & Pond | US | Madison | Former librarians with opinions.
Little Compass | CA | Victoria | Curious things for curious children.
Owl Street Learning | IE | Galway | Evening classes for everyone.
Tante Emma Software | AT | Graz | Stories and sums, without advertising.`,
  },
  make: {
    categories: ['graphics-design', 'photo-video', 'music'],
    list: `
Halfstop Labs | DE | Berlin | Tools for people who photograph.
Ochre & Ink | GB | Falmouth | Drawing tools, made beside the sea.
Loose Cable | US | Detroit | Music software by a working band.
Atelier Nord | DK | Aarhus | Type, print and other slow arts.
Shibui Tools | JP | Nagoya | Fewer buttons.
Estúdio Maré | BR | Salvador | Sound and picture from the coast.
Grain & Gain | US | Nashville | Recordings, mostly honest ones.
Overprint Society | NL | Rotterdam | Two printers and a programmer.
Fermata Works | IT | Bologna | For choirs, bands and teachers.
Blue Pencil Film | FR | Lyon | Cutting since tape.
Kodama Sound | JP | Fukuoka | Small instruments.
Linen Press | GB | Norwich | Books, posters and the space between letters.`,
  },
  work: {
    categories: ['business', 'productivity', 'developer-tools', 'utilities', 'finance'],
    list: `
Plainspoken Software | US | Minneapolis | Tools that say what they do.
Werkbank Eins | DE | Stuttgart | Software for workshops, offices and sheds.
Quiet Hours | GB | Bath | We make focus, and little else.
Tidewater Tools | US | Norfolk | Utilities you use twice a year.
Oakline Systems | GB | Reading | Small business software, since paper.
Hane & Co. | JP | Tokyo | Light tools for heavy days.
Girassol Sistemas | BR | São Paulo | Books in order, shop open.
Fjordkraft Kode | NO | Bergen | Developer tools by developers with tents.
Ledger & Lime | IE | Dublin | Money, made legible.
Sixpence Studio | GB | Cardiff | Household finance for humans.
Nordlicht Apps | DE | Kiel | Productivity without the shouting.
Parallel Lines | US | Pittsburgh | Six engineers, no meetings on Tuesday.
Rookery Software | GB | Exeter | Everything a small office needs.
Cobalt Shed | US | Boise | Command lines and other comforts.
Kontor Drei | CH | Basel | Sums, tables, discretion.
Banyan Desk | IN | Pune | Work software for teams of ten.
Mistral Utilities | FR | Marseille | Small tools, strong wind.
Tejo Software | PT | Lisbon | Made by two people and a tram line.
Polar Bear Backup | FI | Oulu | We worry so you need not.
Bright Stapler | CA | Montréal | Office apps with manners.
Copper Kettle Labs | US | Santa Fe | Security for people, not for companies.
Tsubame Works | JP | Niigata | Tools that fit in a pocket.`,
  },
  body: {
    categories: ['health-fitness', 'medical', 'food-drink'],
    list: `
Gentle Motion | GB | Brighton | Physiotherapists and one programmer.
Rosemary & Rye | IT | Modena | A test kitchen with an app.
Praxis Digital | DE | Heidelberg | Medical software, reviewed by doctors.
Still Pond Studio | US | Boulder | Calm, without the mysticism.
Aki Kitchen Lab | JP | Kobe | Recipes that work.
Bem Estar Coletivo | BR | Florianópolis | Health for everyone's budget.
Second Wind | US | Burlington | Sport for people who start late.
Nightingale & Patch | GB | Liverpool | Nurses who were tired of paper.
Kornblume Gesundheit | DE | Dresden | Diaries doctors can read.
Saffron Table | IN | Jaipur | Home cooking, written down.
Harvest Moon Foods | NZ | Nelson | From the garden to the plate.`,
  },
  out: {
    categories: ['navigation', 'travel', 'weather', 'sports'],
    list: `
Skerry & Swell | IE | Dingle | Two sailors who have been stuck in the mud.
Alpenblick Karten | AT | Innsbruck | Maps for people on foot.
Windward Maps | US | Portland, Maine | Weather and ways, mostly coastal.
Yama Travel Works | JP | Matsumoto | Trains, huts and hot springs.
Rua Larga | BR | Rio de Janeiro | Cities, explained by those who live there.
Touchline Tech | GB | Preston | For Saturdays in the mud.
Pathfinder Cooperative | ES | Bilbao | Owned by the guides who write it.
Sleeper Car Co. | CH | Chur | Slow travel, on rails.
Cumulus Nine | GB | Aberystwyth | Forecasts with a conscience.
Fernweh Labor | DE | Bremen | Elsewhere, but closer.
Stadium Lane | US | Columbus | Club sports, organised.
Lodestar Nautical | NL | Harlingen | Charts, tides, patience.`,
  },
  read: {
    categories: ['books', 'magazines', 'news', 'reference'],
    list: `
Colophon Reading Co. | GB | Oxford | Readers first.
Feierabend Verlag Digital | DE | Göttingen | A publisher's workshop.
Paper Crane Reading | JP | Kanazawa | For shelves, trains and beds.
Open Stacks | US | Iowa City | Librarians, mostly.
Letra Miúda | BR | Porto Alegre | Small print, carefully set.
The Long Column | GB | Manchester | Reporting that ends.
Atlas Notes | DK | Odense | Facts with their sources on.
Quarto Press | US | Ann Arbor | Magazines for slow Sundays.
Ink Well Water | CA | Winnipeg | Essays, stories, weather.
Lexikon Sieben | DE | Jena | Reference works for the pocket.`,
  },
  home: {
    categories: ['lifestyle', 'shopping', 'social-networking', 'entertainment'],
    list: `
Mantel & Mug | GB | Bath | For the kitchen wall.
Nachbarschaft eG | DE | Köln | A cooperative for neighbours.
Good Neighbour Labs | US | Cleveland | Streets, not feeds.
Tatami Living | JP | Kamakura | Homes, plants, small rituals.
Feira Livre | BR | Fortaleza | Markets and the people in them.
Curtain Call | US | Chicago | Film, theatre, radio, popcorn.
Velvet Rope | GB | Glasgow | A good evening, arranged.
Lumière & Fils | FR | Nantes | We ran a cinema; now we run an app.
Kiez Laden | DE | Hannover | Buy less, choose well.
Postmark Social | AU | Fremantle | Slow messages.
Thimble House | SE | Uppsala | Mending, knitting, living.`,
  },
};

/** The organisation of the demo developer, and the apps it always has. */
export const demoOrganization = {
  name: 'Skerry & Swell',
  apps: ['Tern', 'Brolly', 'Ridgewalk', 'Drift Chart', 'Swell Diary', 'Thunderhead', 'Regatta Watch', 'Lake Finder'],
} as const;
