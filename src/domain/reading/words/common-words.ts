/**
 * Ordinary words that lie within a slip or two of a name or a market word: "prince" is no misspelt "price", nor
 * "terrible" terbium. A list, because nothing in the words themselves tells; it grows when a wrong repair is seen.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `abound action acton advice aground algerian anticipate anticipates apply arena attraction auction
  austral australasia australasian australis balanced basil basket beak believed believer beverage bleak
  braize brazen brazier broadcast burman bursa caches caption casket cast casting casts catcher catchers
  cation centuries century cerise chain chains chance chances changer chanted chanting chap chapter
  charger charging charmed charming charred charter chatting cheapskate cheat cheep cherish chiba chica
  chime chin ching chino chinos clan clashed clear climber coast coasts coating coats colonel colts
  command commanded compact companies companion company comparable compartment compete compile compiled
  complain complains complaint completed concurrent conduction conform conquer conserve consider consular
  contrary correct corrected costa cosy cottage counter counties country county courage coverage crashes
  credibly creep crosse crosses crushed culture currant currencies currency currently cysts deceased
  deduction defend defended demanding dense deprecated deserve deserves developer device diamond diamonds
  dice disagreed domain domains doubted dripping election elections electric electrical electron
  electronically elemental eleventh ellipse entry euro europe european euros evidenced expansive extensive
  faction factor factory failing felling fierce figured filling forecastle foretaste friction generation
  ghost glowing gong greed greet helium hickory historia historian host hostage hosts human iberian indian
  indiana indie indira indra induction industrially input inputs intense introduction laments lantern
  lanterns lanthanide levee levees leven lever leverage levers liberian lost madagascan maggot magnate
  magnates magnetic magnetism malaise malaria malaya malayan malays manage managed manager mantra
  manufacture manufacturer manufactures marched marinade marked marker matches mature meals medals medium
  message mice militancy militant militarily minced minded minted minting mired mixed mixing moderation
  most mystery nature neon neonatal neons newcast nice niger nigerian observe observes occurrence ocean
  offence offense opium oppose opposes option otter outgrown outlet outlets outlook outpost outputting
  overlook packet paint palace parsing passage pasting peace peak pecking peking performer permanence
  permanently pertinent petition pice pictured piece pieces pierce pint place plaice plate platted pleased
  plugged podium pointy portion position post postage posts potion praise precious precise predicated
  premise premium prepare prepared preserve preserves preset press pretence pretense pricing prick pricks
  pride priest priests prime primes priming prince princes prism prize prized prizes produced producer
  producers product productive products profiled prose protect protected protection protections protocol
  prying publishes purpose quadruple quantify quarter quarters quite quota quotas racket radium rage
  raisin raisins rallies rang ranga ranged ranger rangers reaction recovery rector reduction referenced
  reliably remand remarkable renew renewal renewed renewing reporter reposted reserved reserving resin
  resorted resorts resource reverence reverse reversed rewind rice rising roast ruining sapphire sausage
  scare scares scary sealing seals section sector seduction serum server servers service shade shades
  shake shakes shale shales shame shape shaped shapes shard shards shared sharing shark sharks sharp shave
  sheared sheep shelling shells shifter shire shires shirt shoot shore shores shortages shorty shot shout
  siberian sills simply skate skates slapped slate slates sliced slices slick slide slime slit slits
  sluice smelling smells snapped snare sodium solitary soured spare spares sparkling spate speak spelling
  spells spice spike spine spit splice sport spray spring sprint square squares stadium stage stages stake
  stakes stale stare statue statues stave storage storey strike stumped summarised summarized supper
  supple supplier suppose suppress surfing surplice swamped swelling swells tailand tedium tending
  tenements terrain terrible terrific territory thai thorough throughput tirade tonal tones topical traced
  tracing traction trad trader traders triplet tripped turbine turbines twice uncited undated unite unites
  update updates vague valve vector venerable veneration verifies vice victory vietnamese visualized voice
  wastage weapon word`.split(/\s+/u),
);
