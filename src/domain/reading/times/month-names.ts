/** Names of months in the languages that price tables come in, as English ones. */
const NAMES: Readonly<Record<string, string>> = {
  jan: 'januar januari janvier janv enero ene gennaio gen janeiro styczeń stycznia sty январь января янв',
  feb: 'februar februari février fevrier févr fevr febrero febbraio fevereiro fev luty lutego lut февраль февраля фев февр',
  mar: 'märz mär maerz mrz mrt maart mars marzo março marzec marca март марта',
  apr: 'avril avr abril abr aprile kwiecień kwietnia kwi апрель апреля апр',
  may: 'mai mei mayo maggio mag maio maj maja май мая',
  jun: 'juni juin junio giugno giu junho czerwiec czerwca cze июнь июня июн',
  jul: 'juli juillet juil julio luglio lug julho lipiec lipca lip июль июля июл',
  aug: 'augustus août aout agosto ago sierpień sierpnia sie август августа авг',
  sep: 'septembre septiembre settembre setembro set wrzesień września wrz сентябрь сентября сен сент',
  oct: 'oktober okt octobre octubre ottobre ott outubro out październik października paź октябрь октября окт',
  nov: 'novembre noviembre novembro listopad listopada lis ноябрь ноября ноя нояб',
  dec: 'dezember dez décembre decembre diciembre dic dicembre dezembro grudzień grudnia gru декабрь декабря дек',
};
const ENGLISH: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([month, names]) => names.split(' ').map((name) => [name, month] as const)),
);

/** How Korean dates mark the same. */
const CHINESE: Readonly<Record<string, string>> = { 년: '年', 월: '月', 일: '日' };

/** @example withEnglishMonths('20. März 2026') // "20 mar 2026"; "2026 年 6 月" is "2026年6月" */
export function withEnglishMonths(text: string): string {
  return text
    .replaceAll(/(?<=\d {0,2})([년월일])(?!\p{L})/gu, (mark) => CHINESE[mark] ?? mark)
    .replace(/(?<=\d{4}) ?(?:г(?:ода?|\.)?|r(?:oku|\.)?)(?!\p{L})/u, '')
    .replaceAll(/ {0,8}([年月日号]) {0,8}/gu, '$1')
    .replace(/^(\d{1,2})\.(?= ?\p{L})/u, '$1')
    .replaceAll(
      /(?<!\p{L})(\p{L}{3,12})(?!\p{L})\.?/gu,
      (word, name: string) => ENGLISH.get(name.toLowerCase()) ?? word,
    );
}
