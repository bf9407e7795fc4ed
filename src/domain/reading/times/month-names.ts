/** Names of months in the languages that price tables come in, as English ones. */
const NAMES: Readonly<Record<string, string>> = {
  jan: 'januar januari janvier janv enero ene gennaio gen janeiro',
  feb: 'februar februari février fevrier févr fevr febrero febbraio fevereiro fev',
  mar: 'märz maerz mrz maart mars marzo março',
  apr: 'avril avr abril abr aprile',
  may: 'mai mei mayo maggio mag maio',
  jun: 'juni juin junio giugno giu junho',
  jul: 'juli juillet juil julio luglio lug julho',
  aug: 'augustus août aout agosto ago',
  sep: 'septembre septiembre settembre setembro set',
  oct: 'oktober okt octobre octubre ottobre ott outubro out',
  nov: 'novembre noviembre novembro',
  dec: 'dezember dez décembre decembre diciembre dic dicembre dezembro',
};
const ENGLISH: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([month, names]) => names.split(' ').map((name) => [name, month] as const)),
);

/** @example withEnglishMonths('20. März 2026') // "20 mar 2026"; "2026 年 6 月" is "2026年6月" */
export function withEnglishMonths(text: string): string {
  return text
    .replaceAll(/ {0,8}([年月日号]) {0,8}/gu, '$1')
    .replace(/^(\d{1,2})\.(?= ?\p{L})/u, '$1')
    .replaceAll(
      /(?<!\p{L})(\p{L}{3,10})(?!\p{L})\.?/gu,
      (word, name: string) => ENGLISH.get(name.toLowerCase()) ?? word,
    );
}
