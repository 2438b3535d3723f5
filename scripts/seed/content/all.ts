import { books } from './books';
import { business } from './business';
import { developerTools } from './developer-tools';
import { education } from './education';
import { entertainment } from './entertainment';
import { finance } from './finance';
import { foodAndDrink } from './food-and-drink';
import { action } from './games/action';
import { adventure } from './games/adventure';
import { board } from './games/board';
import { card } from './games/card';
import { casino } from './games/casino';
import { casual } from './games/casual';
import { family } from './games/family';
import { musicGames } from './games/music';
import { puzzle } from './games/puzzle';
import { racing } from './games/racing';
import { rolePlaying } from './games/role-playing';
import { simulation } from './games/simulation';
import { sportsGames } from './games/sports-games';
import { strategy } from './games/strategy';
import { trivia } from './games/trivia';
import { word } from './games/word';
import { graphicsAndDesign } from './graphics-and-design';
import { healthAndFitness } from './health-and-fitness';
import { kids } from './kids';
import { lifestyle } from './lifestyle';
import { magazines } from './magazines';
import { medical } from './medical';
import { music } from './music';
import { navigation } from './navigation';
import { news } from './news';
import { photoAndVideo } from './photo-and-video';
import { productivity } from './productivity';
import { reference } from './reference';
import { shopping } from './shopping';
import { socialNetworking } from './social-networking';
import { sports } from './sports';
import { travel } from './travel';
import type { Grammar } from './types';
import { utilities } from './utilities';
import { weather } from './weather';

/** Every category's grammar; those of games by genre. */
export const grammars: readonly Grammar[] = [
  books,
  business,
  developerTools,
  education,
  entertainment,
  finance,
  foodAndDrink,
  graphicsAndDesign,
  healthAndFitness,
  kids,
  lifestyle,
  magazines,
  medical,
  music,
  navigation,
  news,
  photoAndVideo,
  productivity,
  reference,
  shopping,
  socialNetworking,
  sports,
  travel,
  utilities,
  weather,
  action,
  adventure,
  board,
  card,
  casino,
  casual,
  family,
  musicGames,
  puzzle,
  racing,
  rolePlaying,
  simulation,
  sportsGames,
  strategy,
  trivia,
  word,
];
