/**
 * Words that only hold sentences together, without accents: partial matches do without them. In a store of one language those
 * of the others are rare, and would count as much as the names that people look for.
 */
export const smallWords: ReadonlySet<string> = new Set(
  `a an and are as at be by for from has in into is it its of on or that the their this to was with you your
  al con da das de del della delle dem den der des di die do dos du e ed ein eine einem einen einer el em en es et fur ha i
  il im ist je la las le les lo los ma mi mit na nao no nos o om os ou para par pas per piu por pour que qui sa se si sie sin
  sind son sua su sur sus te tu um uma un una und une uno vom von vos votre y zu zum zur
  auf aus aux avec bei bir cette che ce ces com como comme cu cual dans dal dalla dei dello desde det dla due entre esta este
  fra gli icin ile jako jest leur lub mas mes meu moi mon muito nach ne nel nella nicht non notre nous och oder od oraz ohne
  pelo pod por przez quando quel questa questo ses seu sem sobre solo sous sul sulla toi ton tra tus uber uns unter ve veya
  vous vuestro w wie wird we z ze za zonder zoals het een van voor met op te uit aan bij als ook naar niet deze dit
  и в во не на я с со что а по как из у за от о об для до же ли бы или вы мы к ко но при без его ее их это эта этот`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
