/** Chinese of Taiwan and Hong Kong as it is written on the mainland: tables of prices use few signs that differ. */

/** Each with the sign that it is written as there. */
const SIGNS =
  '價价單单漲涨產产銅铜鋁铝鎳镍鉛铅錫锡鋅锌釹钕鐠镨鏑镝鋱铽鑭镧鈰铈釤钐銪铕釓钆鈥钬鉺铒銩铥鐿镱鑥镥釔钇鈧钪鎢钨鉬钼銻锑鈷钴鋰锂錳锰鉻铬鈦钛釩钒鎵镓鍺锗銦铟鉍铋鎘镉鈮铌鉭钽鋯锆鉿铪錸铼銀银鉑铂鈀钯銠铑銥铱釕钌鐵铁鎂镁噸吨萬万億亿幣币類类稱称規规屬属氫氢礦矿鹼碱區区間间時时數数備备註注變变動动幅幅額额貨货號号報报盤盘買买賣卖現现結结參参準准開开發发佈布週周國国廠厂';
const PAIRS: ReadonlyMap<string, string> = new Map(
  Array.from({ length: SIGNS.length / 2 }, (_, i) => [SIGNS.charAt(2 * i), SIGNS.charAt(2 * i + 1)] as const),
);
const ANY = new RegExp(`[${[...PAIRS.keys()].join('')}]`, 'gu');

/** @example simplified('氧化釹') // "氧化钕" */
export const simplified = (text: string): string => text.replaceAll(ANY, (sign) => PAIRS.get(sign) ?? sign);
