/** Places that no data file names: asked for, they are named back, and never answered with the world's figures. */

/** Countries, with their adjectives where those are not other English words; regions and blocs; a few trading places. */
export const PLACES: readonly string[] =
  `afghanistan, afghan, albania, algeria, andorra, angola, angolan, argentina, argentine, argentinian, armenia, austria, austrian, azerbaijan, bahrain, bangladesh, belarus, belgium, belgian, benin, bhutan, bolivia, bolivian, botswana, bulgaria, bulgarian,
  burkina faso, burundi, cambodia, cameroon, canada, canadian, chile, chilean, colombia, congo, congolese, drc, costa rica, croatia, cuba, cuban, cyprus, czechia, czech republic, czech, denmark, danish, ecuador, egypt, egyptian, england, eritrea, estonia, estonian, ethiopia, finland, finnish, france, french, gabon, georgia,
  germany, german, ghana, greece, greek, greenland, greenlandic, guatemala, guinea, guyana, haiti, honduras, hong kong, hungary, hungarian, iceland, indonesia, indonesian, iran, iranian, iraq, ireland, irish, israel, israeli, italy, italian, ivory coast, jamaica, japan, japanese, jordan, kazakhstan, kazakh, kenya, kenyan, korea, korean,
  south korea, north korea, kuwait, kyrgyzstan, laos, latvia, lebanon, lesotho, liberia, libya, liechtenstein, lithuania, luxembourg, malawi, mali, malta, mauritania, mauritius, mexico, mexican, moldova, monaco, mongolia, mongolian, montenegro, morocco, moroccan, mozambique, namibia, namibian, nepal, netherlands, dutch, holland, new zealand,
  nicaragua, niger, north macedonia, norway, norwegian, oman, pakistan, panama, papua new guinea, paraguay, peru, peruvian, philippines, philippine, poland, portugal, portuguese, qatar, romania, romanian, rwanda, saudi arabia, saudi, scotland, senegal, serbia, sierra leone, singapore, slovakia, slovenia, somalia, south africa, south african,
  south sudan, spain, spanish, sri lanka, sudan, suriname, sweden, swedish, switzerland, swiss, syria, taiwan, taiwanese, tajikistan, tanzania, tanzanian, togo, tunisia, turkey, turkish, turkiye, turkmenistan, uganda, uk, ukraine, ukrainian, united kingdom, great britain, britain, british, united arab emirates, uae, uruguay, uzbekistan,
  venezuela, wales, yemen, zambia, zimbabwe, china, chinese, united states, usa, america, american, australia, australian, india, indian, russia, russian, brazil, brazilian, vietnam, vietnamese, thailand, thai, malaysia, malaysian, burma, burmese, myanmar, nigeria, nigerian, madagascar, malagasy,
  europe, european, eu, european union, the eu, africa, african, asia, asian, latin america, south america, north america, middle east, scandinavia, oceania, antarctica, arctic, nato, g7, brics, opec, texas, california, wyoming, nevada, alaska, inner mongolia, jiangxi, sichuan, queensland, western australia, quebec,
  london, rotterdam, shanghai, beijing, tokyo, singapore, new york, berlin, paris, frankfurt, mumbai, delhi, lme, smm, shfe, comex, asian metal, argus, fastmarkets, on the moon, mars`
    .split(',')
    .map((place) => place.trim().replaceAll(/\s+/gu, ' '));

/** Adjectives and short names of countries that data files write in one way only. */
export const COUNTRY_ADJECTIVES: Readonly<Record<string, string>> = {
  china: 'chinese, prc, sino',
  'united states': 'us, usa, american, america, the us, the states',
  australia: 'australian, aussie',
  india: 'indian',
  russia: 'russian, russian federation',
  brazil: 'brazilian, brasil',
  vietnam: 'vietnamese, viet nam',
  thailand: 'thai',
  malaysia: 'malaysian',
  burma: 'burmese, myanmar, birma',
  nigeria: 'nigerian',
  madagascar: 'malagasy, madagaskar',
  canada: 'canadian',
  greenland: 'greenlandic',
  'south africa': 'south african',
  germany: 'german',
  japan: 'japanese',
  france: 'french',
  norway: 'norwegian',
  sweden: 'swedish',
  chile: 'chilean',
  peru: 'peruvian',
  mexico: 'mexican',
  indonesia: 'indonesian',
  tanzania: 'tanzanian',
  mongolia: 'mongolian',
  kazakhstan: 'kazakh, kazakhstani',
  turkey: 'turkish, turkiye',
  ukraine: 'ukrainian',
};
