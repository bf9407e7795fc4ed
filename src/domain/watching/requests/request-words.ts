/** Words that requests are made of, beside names, numbers and days: with others in it, a text speaks of something else. */
import { STOP_WORDS } from '#src/domain/reading/words/plain-words.ts';

const words = (text: string) => text.trim().split(/\s+/u);

/** What is done: in the form in which it is asked for, and others. */
const VERBS = words(`
  add added adding adjust alert alerted alerting alerts amend append arrange arrive arrives ask be become been being costs costing execute moment grateful glad happy notice dated date away absent freeze ice longer test roundup roundups parquet tsv break rest breather holiday leave payday sharp begin bring build buzz call cancel cancelled
  cease change changed changes changing check clear come comes configure continue contain correct cover create created creating deactivate deactivated define
  delete deleted deleting deliver delivered delivering delivers disable dismiss dm do done download drop dump edit email emailed emails enable end ends ensure enter erase
  establish exclude expect export exported extend extract fetch fire fires flag follow forward gather get gets getting give given gives giving go going goes halt hand
  have having hear hit hold include included including includes inform keep keeps kill land lands leave let like list listing log look lower mail mails make makes making mean
  meant mention message messages mind modify monitor move moved mute need needed needs nudge note notified notify pause paused pausing ping pinged pinging pings point poke post
  posted posting posts prefer prepare print provide publish pull push put quiet quit quote quoted raise read ready receive record register remember remind reminded remove
  repeat replace rid report reported reporting require reschedule resend restart resume resumed revert run running runs save say says schedule scheduled scheduling see seen
  send sending sends sent set sets setting share sharing shift shoot shout show showing shows shut sign silence skip snooze snoozed sound start started starting starts stay
  stays stop stopped stopping stops store subscribe subscribed supply suspend swap switch take tell text throw track trigger triggers try turn tweak unmute unpause
  unsnooze unsubscribe update updated use using wake want wanted wants warn warned watch watched watching wish work working works write notifying track tracking follow following
  pay paid bought got received offered sold book booked capture insert file keeping dial narrow widen double scrap bin trash wipe discontinue interrupt
`);
/** What it is about. */
const NOUNS = words(`
  alarm alarms alert amount average band basis bot briefing book bottom brief ceiling change channel chart charts chat content copy csv currency curve daily data delta
  digest digests direction dm dms eu excel figure figures file files floor format forms graph graphs heads heads-up history item items json kind latest level levels limit line lines
  list log low lows mailing market mark message metal metals min max minimum maximum move movement movements name news newsletter notification notifications number numbers offer order
  output overview oxide oxides pdf peak percent percentage pct picture place plot point points position post price prices pricing pound production purity quotation quotations quote quotes
  quotient range rate reading record records reminder reminders report reports round-up rundown schedule sector sectors series sheet shape sheets short shortlist side slot snapshot source sources
  spread spreadsheet stretch stuff subscription subscriptions summary summaries supplier table target thing things threshold thresholds thread time times tone top total trend
  trigger triggers update updates usgs value values vat version warehouse warning warnings watch watchlist week window xlsx xls yuan zone timezone edition release group team boss
  colleague colleagues everyone everybody people planner planners desk buyers buyer guys folks meeting call standup review office room inbox close open opening session line-up market-open
`);
/** How, when and how much. */
const OTHERS = words(`
  about above absolutely across actual actually after afternoon afterwards again all alone along already also always and another any anymore anything anyway apart approximately around
  asap at automatic automatically away back before below beneath between beyond both briefly by certain cheap cheaper clock closer complete constantly current currently daily
  day days definitely direct directly down during each early earlier either else entire entirely equal etc euro euros evening every everything exact exactly except excl excluding fast few first
  fine for forever fortnight forward free fresh from full fully further good great half handy high higher holiday holidays hour hourly hours immediately important incl inside instead into just keep
  kindly largest last late later least less lower lunch lunchtime main many maybe midday minute minutes missing month monthly months more morning mornings most much near necessary
  never new next nice night no noon normal nothing now off often ok okay old once one ones only onwards open or other otherwise out outside over own past per please pls plz plus possible
  private privately public quarter quarterly quick quickly quite rather real really recent recurring regular regularly right rising same second seconds separate several sharp short
  similar single some someday something sometime soon sooner start straight such sudden suddenly sure than thank thanks then third this though through thus till today together tomorrow tonight
  too twice under unless until up urgent usual usually via week weekday weekdays weekend weekends weekly weeks well whenever whole with within without workday workdays working business
  year yearly years yes yet yesterday yo hey hi hello dear cheers ty thx mate buddy lodestone lol ciao btw fyi fwiw imo also-ran til evr evry u ur r pl nr no nope nah hmm oops sorry wait
  ex works fob cif fca dap cfr exw delivered duty ddp nominal spot contract metallic holds falls drops rises climbs dips jumps slips goes gets hits breaks crosses exceeds moves swings leaves enters
  reaches touches doubles halves surges soars spikes sinks slides tumbles plunges gains loses declines increases decreases varies fluctuates differ differs disagree disagrees diverge
  wrong supposed belongs belong mistake typo whoops holler mistyped outlook due track running lined queued twice double doubled duplicate noisy annoying threshold
  eod cob eob lme comex shfe basis
  opposite sides ways way side fresh 's re ll ve d m s t don dont doesnt isnt wont cant couldnt
`);

export const REQUEST_WORDS: ReadonlySet<string> = new Set([...STOP_WORDS, ...VERBS, ...NOUNS, ...OTHERS]);

/** Words that stand in a metal's place and are no metal's name. */
export const NO_METALS: ReadonlySet<string> = new Set(
  'the price prices it its this that they them there these those a an any all every each my our your his her their one ones something anything nothing everything market oxide metal daily weekly monthly quarterly morning usual latest current new old last next first second digest report update updates alert alerts message summary post quote quotes chart charts same other another spot live fresh short quick little regular only just also here me us you we i figures numbers data sources source usgs someone anyone people china chinese change changes news and or to for of in on at with by from about more less high low out up down now today tomorrow please thanks what which when where who how is are was has have get gets goes there stuff things details overview rundown link file list full whole complete week month quarter year day days note reminder ping'.split(
    ' ',
  ),
);
