/**
 * Words that people use for one another, so that "what does it cost" finds "price of". Each line is a group; the first
 * word names it. The groups are broad on purpose (opposites never share one): they only add to what the words
 * themselves say. Everyday, trade and market English; written by hand. Data, so the file is longer than
 * code should be.
 */
import { stemmer as stem } from 'stemmer';

const GROUPS = `
  buy purchase order acquire shop bought
  sell sale sold trade
  price cost fee charge rate expense tariff pricing
  expensive costly dear pricey overpriced
  cheap inexpensive affordable bargain
  pay payment paid paying settle
  bill invoice statement
  refund reimburse reimbursement repay return
  money cash fund dollar currency buck euro pound
  currency fx forex
  card plastic visa mastercard
  atm cashpoint
  bank banking
  account profile
  balance remaining left
  transfer send wire remit sent
  receive get obtain got receipt received
  deposit topup load reload
  withdraw withdrawal
  cancel revoke undo revert abort annul reverse
  stop halt end quit cease pause
  start begin initiate launch commence
  open unlock activate enable
  close shut lock deactivate disable
  delete remove erase clear wipe terminate
  add insert include append
  change modify edit alter update adjust amend switch
  replace swap substitute exchange alternative
  fix repair solve resolve mend troubleshoot
  broken defective damaged faulty malfunctioning busted
  fail decline reject refuse deny failure declined rejected
  error mistake wrong incorrect inaccurate erroneous
  problem issue trouble difficulty
  lost lose missing misplace misplaced gone vanish disappear
  steal stolen theft thief rob robbed pickpocket
  fraud fraudulent scam unauthorized suspicious hacked compromised
  find locate search seek track trace whereabouts lookup
  show display list view see
  tell inform say explain describe
  help assist support aid
  contact reach call phone telephone ring dial
  message text sms
  email mail
  speak talk chat converse
  agent representative human person operator staff
  ask request inquire demand
  answer reply respond response
  need require must necessary essential
  want like wish would desire prefer
  can could able possible may allowed permit
  allow permit accept support let
  prohibit ban forbid restrict
  restriction limit cap maximum max minimum
  know aware learn understand
  think believe consider suppose
  check verify confirm validate authenticate
  verification authentication
  identity id identification passport
  password pin passcode code
  name title
  address location place
  where location
  city town
  country nation abroad overseas foreign international
  state province region
  home house residence apartment
  car vehicle automobile truck
  drive driving
  road traffic route
  trip travel journey vacation holiday
  flight plane airplane fly airline
  airport terminal
  hotel motel lodging accommodation
  book reserve reservation booking
  restaurant diner eatery cafe bistro
  food meal dish cuisine
  eat dine
  cook prepare bake
  recipe ingredients
  drink beverage
  hungry starving
  calorie nutrition nutritional carbs fat protein
  healthy health
  doctor physician medical
  sick ill disease sickness
  medicine drug medication pill
  weight heavy
  exercise workout fitness gym training
  sleep bed rest mattress
  soft comfortable comfy plush
  firm hard stiff
  size dimension length width height measurement
  large big huge great
  small little tiny
  long lengthy
  short brief
  fast quick rapid speedy soon immediately asap instantly express urgent
  slow late delay delayed overdue
  wait waiting pending await
  time hour clock
  date day
  today now currently present
  yesterday ago past previous previously earlier last
  next future upcoming forthcoming
  week weekly
  month monthly
  year annual yearly
  arrive arrival come delivered delivery ship shipping shipment courier
  deliver ship dispatch
  package parcel
  job work employment occupation
  salary pay wage income earning
  boss manager employer
  vacation pto leave
  tax taxes irs
  insurance coverage insured
  credit loan debt mortgage
  interest apr
  invest investment investor
  stock share equity
  save saving
  reward point bonus cashback
  coupon discount voucher promo promotion offer deal
  gift present
  free complimentary gratis
  rise increase grow up surge climb jump growth soar spike
  fall decrease decline drop down reduce reduction shrink plunge lower
  improve better enhance upgrade
  bad worse poor terrible awful
  good great nice fine excellent
  best top leading largest biggest main major primary key
  most majority
  often frequent frequently regularly usually
  always every
  never none
  many much several lots
  total sum overall altogether entire whole
  average mean typical
  number amount quantity count
  extra additional more further another
  few less fewer
  all every everything
  only just
  same identical equal
  different difference differ differs versus compare comparison
  similar alike like
  reason why cause because driver
  way method means how
  use usage utilize application used
  work function operate
  make create produce build generate
  production output manufacturing
  set configure setup
  setting preference option configuration
  turn switch
  volume loud louder sound
  light lamp
  music song track tune
  video movie film
  joke funny humor
  book novel
  language translate translation
  word meaning define definition mean
  spell spelling
  weather forecast rain temperature
  forecast predict prediction outlook expectation projection
  calculate compute calculation
  alarm timer
  remind reminder remember
  note memo
  calendar schedule agenda appointment meeting event
  child kid
  wife husband spouse partner
  man woman
  hello hi hey greetings
  bye goodbye farewell
  thank thanks appreciate
  sorry apologize
  please kindly
  yes yeah yep sure ok okay correct right true affirmative
  no nope nah negative
  maybe perhaps
  repeat again
  old age
  new recent latest fresh
  live alive
  born birth
  real actual genuine true
  fake counterfeit
  safe secure security safety
  risk danger dangerous hazard
  law legal regulation
  policy rule
  company firm business corporation
  customer client user consumer
  product item goods
  stock inventory available availability
  warranty guarantee
  website site web online internet
  app application
  computer laptop pc
  phone mobile cell smartphone device
  download install
  register signup enroll join subscribe apply
  login signin
  link connect connection attach
  photo picture image
  color colour
  learn study
  win winner won prize
  gas fuel petrol gasoline
  tire tyre
  electric electricity power energy
  wind turbine
  magnet magnetic
  mine mining miner
  metal element material
  supply supplier source sourcing
  shortage scarcity deficit lack scarce
  recycle recycling reuse recycled
  export import
  china chinese
  environment environmental green sustainable ecological
  dirty pollution polluting
  uncertain volatility volatile fluctuate fluctuation unstable
  show appear
  happen occur
  weird strange odd unusual
  recognise recognize identify unknown unfamiliar
  twice double duplicate multiple
  still yet
  before prior
  after following later
  hold keep retain
  choose select pick
  recommend suggest suggestion recommendation advice advise
  review rating
  tip advice
  hate dislike
`;

const groupsOf = new Map<string, readonly string[]>();
const words = new Set<string>();
for (const line of GROUPS.trim().split('\n')) {
  const group = line.trim().split(' ');
  const name = group[0] ?? '';
  for (const word of group) {
    words.add(word);
    const key = stem(word);
    const names = groupsOf.get(key) ?? [];
    if (!names.includes(name)) groupsOf.set(key, [...names, name]);
  }
}

/** The names of the groups that a stem is in; none for most. */
export function findGroups(wordStem: string): readonly string[] {
  return groupsOf.get(wordStem) ?? [];
}

/** All words of the groups, as written. */
export const SYNONYMS: ReadonlySet<string> = words;
