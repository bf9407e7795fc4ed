/** Words that carry no slot: stop words, small talk around a question, and the market's own general words. */

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/u).filter((word) => word !== ''));
}

/** They say nothing about what is asked; they neither help nor harm. */
export const STOP_WORDS = words(`
  a an the this that these those it its itself they them their there here of in on at by for to from with without into onto about as than then so such
  is are was were be been being am isnt arent wasnt werent do does did doing dont doesnt didnt has have had having hasnt havent hadnt will would wont wouldnt can could cant couldnt may might must
  shall should i im ive id me my mine we us our ours you u your yours youre he she his her who whom whose what whats wats wat which when where how hows whos wheres and or but nor not no yes if because while during between
  both all any some each every either neither much many more most few lot lots very just only even also too still yet already again ever never once per via up down out off over under
  please pls plz plss pleas kindly argh aargh ugh gah doh whoops ops dang grr ahh ohh aah ooh sry soz hey hi hello thanks thank thx ty ok okay hmm uh um er eh oh well so like kinda sorta sir madam mate bro dude guys folks team all everyone anyone somebody anybody someone bot lodestone there
  give gimme show shows tell get got let lets know want wanted wanna need needs needed looking look find see display list provide send fetch check share-with remind pull bring print say says said
  was wie viel der die das im in und was ist fur von le du de en el los est que il di e o u r s t d ll re ve m
  mostly mainly largely predominantly chiefly primarily generally usually typically cover covers asap quickly quick fast soon maybe perhaps actually basically roughly about approximately approx around circa exactly precisely really simply simple honestly currently possible possibly
  one ones thing things something anything stuff sort kind bit way case go goes going come comes do make way back been would like interested curious wondering wonder question asking ask asked answer
  boss manager client customer colleague presentation slide slides deck meeting call today-s sorry btw fyi afaik imo tho though anyway hm yeah yep yup nope sure right plz kindly able 's ok mean meant think guess hope using use doing run
  ll dear sirs regards hello writing piece need want year years yr yrs time period month point view so-called eg ie etc vs-a number numbers figure figures data dataset datapoint info information stat stats statistics statistic detail details value values
  level levels total totals overall sum amount amounts count size entire whole full complete only exact actual real given known official reported stated published
  among amongst above below beneath beyond within across along behind beside against toward towards upon whether whereas although unless despite ahead apart together altogether
  gets getting gives giving gave given takes taking makes making puts putting shown showed showing tells telling told sends sending sent keeps keeping kept sees seeing saw seen looks looked knows knew thinks thinking thought finds finding found brought
  stand stands stood sit sits sat stay stays stayed remain remains remained reach reaches reached lie lies start starts started begin begins began end ended finish finished happen happens happened seem seems
  yall ppl gonna doin wise wide best worst case cases scenario wed youd theyd hed weve youve theyve youll theyll itll using inside
  went urgent urgently da dat dis thats everything thru
  crazy insane ridiculous absurd huge massive horrible terrible awful amazing outrageous decent reasonable steep wild mad stupid damn bloody fucking wtf rough ballpark usual normal regular standard standalone simple proper respective relevant important main major
  calculate compute update updated refresh convert include including included regarding concerning related according clarify confirm discuss describe deliver estimate figuring share-of curious hint rather pretty super remember recall forgot forget note talk talking speak speaking wish able help
  plus minus extra additional now add adds added matter matters mattered handy
  new old big small good bad high low higher lower large great long short fair fine
`);

/** General words of the trade: they fit any question about a metal, so they are never a foreign subject. */
export const MARKET_WORDS = words(`
  market markets metal metals material materials commodity commodities element elements mineral minerals ore ores rare earth earths magnetic alloy alloys raw pure purity refined refining processed grade grades
  price prices average averages annual annually yearly global globally world worlds worldwide international domestic estimate estimates estimated expected projected forecast outlook future historical historic past previous former
  per unit units kg tonne tonnes kilogram usd dollar dollars cost costs spot contract contracts quote table tables list row column record records
  trend trends change changes trade trading industry sector sectors segment supply demand production output mine mines mining mined miner miners producer producers consumer consumers leading buyer buyers seller sellers supplier suppliers
  series dataset timeline chart
  contained nominal base basis range ranges band low high mid middle midpoint upper lower minimum maximum mean median interval bottom top end ends start
  implied absolute relative net gross combined cumulative aggregate respective same different other another next last first second third final latest newest recent
  year years decade century date day month quarter week period times january
  neodymium-iron-boron iron-boron worldwide globe planet earth ree reo ground
  magnet magnets bulk batch shipment lot 金属 合金
  points point pp gonna
  trace metrics metric measure fig figs no nr amount quantity volume tonnage weight mass percent percentage pct share shares split
`);

/** Words of the clock and the calendar: they say when, and nothing of what. */
export const CALENDAR_WORDS = words(`
  time times date dates day days hour hours minute minutes second seconds week weeks weekend weekends month months quarter quarters
  today tomorrow yesterday tonight now currently current moment morning evening night nights
  monday tuesday wednesday thursday friday saturday sunday
`);
