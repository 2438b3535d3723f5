/** Words that say how somebody writes, not about what: they keep their shape, all others become one of a few. */
export const functionWords: ReadonlySet<string> = new Set(
  `a an the this that these those some any each every either neither both all few many much more most several such no
none another other others same own i me my mine myself we us our ours ourselves you your yours yourself he him his
himself she her hers herself it its itself they them their theirs themselves who whom whose which what when where why
how there here and or but nor so yet if then than because although though while whereas unless until since once after
before as at by for from in into of off on onto out over to toward towards under up down upon with within without
about above across against along among around behind below beneath beside between beyond during except inside like
near outside past per through throughout via is am are was were be been being do does did doing done have has had
having can could may might must shall should will would cannot ought get gets got getting go goes going went gone
make makes made take takes took come comes came want wants wanted need needs know think say said see let put use used
try seem seems not never ever always often sometimes usually rarely already still just only even also too very really
quite rather almost enough again now later soon away back well perhaps maybe anyway however therefore instead yes
please thanks thank something anything nothing everything someone anyone everyone nobody somewhere anywhere one two
three first second last next little lot lots bit kind sort thing things way good bad great nice better best new old
don't doesn't didn't can't couldn't won't wouldn't isn't wasn't aren't weren't haven't hasn't hadn't shouldn't i'm
i've i'd i'll it's that's there's they're we're we've you're you'll he's she's let's`.split(/\s+/),
);
