/**
 * Reads what a table's cell or heading calls a product: "NdPr", "Nd2O3", "氧化镨钕", "Pr-Nd Oxide (≥99%)", "SHFE copper cathode",
 * with the basis that stands beside it.
 */
import type { Form, Payment, Terms, VatState } from '#src/domain/series/quote.ts';
import type { Material } from '#src/domain/series/material.ts';
import { readPurity, takePayment, takePlace, takePurity, takeTerms, takeVat } from './read-basis.ts';
import { takeAssay } from './form-words.ts';
import { isOfShare, placeBehindTerm } from './left-words.ts';
import { detailOf, takeShares, withoutCodes } from './fine-print.ts';
import { isOtherGood } from './other-goods.ts';
import { takeProduct, wholeProduct } from './product-name.ts';
import { simplified } from './simplified.ts';
import { takeFixing, takeLimits, takeSpecs, takeTenor } from './take-specs.ts';
import { takeUnit } from './take-unit.ts';

export interface Subject {
  readonly material: Material;
  readonly form: Form | undefined;
  /** Empty where it is not said. */
  readonly purity: string;
  /** What else the same text says. */
  readonly terms?: Terms | undefined;
  readonly place?: string | undefined;
  readonly vat?: VatState | undefined;
  readonly payment?: Payment | undefined;
  /** The unit, as it stands there. */
  readonly unit?: string | undefined;
  /** How it is taken, where it is one of the two fixings of a day. */
  readonly taken?: 'fixing' | undefined;
}

/** What a text says of a product, whether or not it names one, and what of it was not understood. */
export interface Named extends Omit<Subject, 'material'> {
  readonly material: Material | undefined;
  readonly left: string;
}

/** Units in the names of columns: "price_usd_kg". */
const PACKED_UNIT =
  /(?:_|(?<!\p{L}))(usd|usc|eur|cny|rmb|gbp|jpy|inr|krw|chf|pln|rub|cad|aud)_(?:per_)?(kgs?|t|mt|lbs?|g|gram|oz|toz|ozt|troy_(?:oz|ounce)|pound|tonne|ton)(?![\p{L}\d])/giu;
/** Money alone in the names of fields: "price_cny", "close_usd". */
const PACKED_MONEY =
  /(?<=\p{L}_)(usd|eur|cny|rmb|gbp|jpy|inr|krw|chf|pln|rub|cad|aud|brl|try|zar|sek|nok|czk|huf)(?=_|$)/giu;
/** An instrument of precious metals, which are quoted by the troy ounce: "XAU/USD". */
const INSTRUMENT =
  /(?<![\p{L}\d])(XAU|XAG|XPT|XPD)[ /:_-]?(USD|EUR|GBP|CHF|JPY|CNY|CAD|AUD|INR)(?![\p{L}\d/]|[ ]?(?:per|je|\/))/gu;
/** Taxes between the money and the mass of a unit. */
const SPLIT_UNIT =
  /([€$£₹]|(?<!\p{L})(?:EUR|USD|CHF|GBP|CNY|RMB))\s+(HT|TTC|hors taxes?|netto|brutto|(?:excl|incl)\.? VAT)\s*\/\s*(\p{L}+)/u;
/** A share of what an ore or an alloy is of, which its name says. */
const SHARE = /(?<![\d.,])\d{1,2}(?:[.,]\d{1,3})?\s?%/u;

/** Forms that hold a share of what they are priced by. */
const OF_SHARE: ReadonlySet<Form | undefined> = new Set([
  'ore',
  'concentrate',
  'alloy',
  'hydroxide',
  'sulfate',
  'chloride',
  'oxide',
  'product',
]);
/** The same of an alloy with iron without the sign: "Ferrosilicon 75", "Silicomanganese 65/17". */
const BARE_SHARE = /(?<![\d.,\p{L}])\d\d(?:[/-]\d\d)?(?![\d.,\p{L}%])/u;

/** "ZINK 99,995": how fine it is, without the sign. */
const FINENESS = /(?<![\d.,\p{L}-])9\d[.,]\d{1,5}(?![\d.,%\p{L}-])/u;

/** A metal's symbol with how fine it is, as standards name it: "Sn99.90", "Ni9996", "Zn99.995". */
const SYMBOL_FINE = /(?<![\p{L}\d])([A-Z][a-z]?)\s?99(?:[.,](\d{1,4})|(\d{2,3}))(?![\d.,%]|\s?%)/gu;
/** "London Bullion Market": where it is priced, and not gold. */
const BULLION_MARKET = /(?<!\p{L})(?:the )?london bullion(?: market)?(?: association)?(?!\p{L})/giu;
/** "Preis der Feinunze Gold", "price of a troy ounce of gold". */
const OF_MASS =
  /(?<!\p{L})(?:preis|kurs|prix|price|prezzo|precio|preço|cena|цена|pris)\s(?:(?:der|einer|je|pro|of|per|an?|the|de|del|dell['’]|di|da|l['’]|za|за)\s?){0,2}(feinunze|troy[ -]ounce|fine ounce|once (?:d['’]or|troy|fine)|oncia (?:troy|fine)|onza (?:troy|fina)|uncj[ai] trojańsk[ai]ej|tonne|kilogramms?|kilos?)(?:\s(?:of|de|d['’]|di))?(?!\p{L})/giu;
/** A fixing by its half of the day: "afternoon price", "Vormittagsfixing". */
const OF_HALF_DAY =
  /(?<!\p{L})(?:(?:afternoon|morning|nachmittags?|vormittags?)[ -]?(?:price|fix(?:ing)?|kurs|preis|auction)|fixing (?:du matin|de l['’]après-midi))(?!\p{L})/iu;
/** Of which kind the goods of a list are, before the one that is meant. */
const KIND_BEFORE =
  /^\s*(?:base|precious|non-?ferrous|minor|industrial|noble|battery) (?:metals?|materials?)\s*[;:,>/|-]/iu;
/** Of what it was made, which is a name as well; and a kind of coal that is no premium. */
const DERIVED =
  /(?<!\p{L})(?:spodumene|brine|lepidolite|lateritic|laterite)[- ](?:derived|based|sourced)(?!\p{L})|(?<!\p{L})premium (?:hard|low[- ]vol|mid[- ]vol)(?!\p{L})/iu;

/** Takes out of a text all that it says of a product. */
export function takeNamed(given: string, materials: readonly Material[]): Named {
  // As the first word of a name it is the fertiliser; behind another it is "delivered at place".
  const text = given.replace(/^\W{0,3}DAP(?=\W|$)(?! ?\p{Lu}\p{Ll}+$)/u, 'diammonium phosphate');
  const plain = withoutCodes(text.normalize('NFKC'))
    .replaceAll('İ', 'i')
    .replaceAll(/[‐‑‒–—−]/gu, '-')
    .replaceAll(PACKED_UNIT, ' $1/$2')
    .replaceAll(PACKED_MONEY, (code) => code.toUpperCase())
    .replaceAll(INSTRUMENT, '$1 $2/troy oz')
    .replaceAll('_', ' ')
    .replaceAll(BULLION_MARKET, ' LBMA ')
    .replace(KIND_BEFORE, ' ')
    .replace(OF_HALF_DAY, (words) =>
      /^(?:afternoon|nachmittag)|après/iu.test(words) ? ' PM fix ' : ' AM fix ',
    )
    .replaceAll(
      OF_MASS,
      (_, mass: string) =>
        ` per ${/^t/iu.test(mass) && !/oz|ounce/iu.test(mass) ? 't' : /^k/iu.test(mass) ? 'kg' : 'troy oz'} `,
    )
    .replaceAll(SYMBOL_FINE, (_, symbol: string, point = '', digits = '', at: number, whole: string) => {
      const named = takeProduct(whole.slice(0, at), materials).material;
      const isSaid = named !== undefined && takeProduct(symbol, materials).material?.id === named.id;
      return `${isSaid ? '' : symbol} 99.${point}${digits} %`;
    })
    // "€ HT / tonne"
    .replace(SPLIT_UNIT, '$1/$3 $2')
    .replaceAll(/(?<!\p{L})GST(?!\p{L})/gu, 'VAT')
    // The money, and not the place.
    .replaceAll(/(?<!\p{L})U\.?S\.? dollars?(?!\p{L})/giu, 'USD')
    // The mark of a footnote: "oxide1", "Scandium2, 3"
    .replaceAll(/(?<=\p{Ll}{4})\d(?:, ?\d)*(?![\p{L}\d])/gu, '')
    // "Tin (1)", "Zinc *"
    .replace(/(?<=[\p{L}%])(?:\s?(?:\(\d\)|\[\d\]|[*†‡])){1,3}$/u, '');
  const derived = DERIVED.exec(plain)?.[0].toLowerCase();
  const unit = takeUnit(derived === undefined ? plain : plain.replace(DERIVED, ' '));
  const vat = takeVat(unit.rest);
  const terms = takeTerms(vat.rest);
  const payment = takePayment(terms.rest);
  const limits = takeLimits(payment.rest.replaceAll('>=', '≥').replaceAll('<=', '≤'));
  const shares = takeShares(limits.rest);
  const assay = takeAssay(shares.rest);
  const purity = takePurity(assay.rest);
  const tenor = takeTenor(purity.rest);
  const fixing = takeFixing(tenor.rest);
  const place = takePlace(fixing.rest);
  const own = takeProduct(place.rest, materials);
  // Japanese writes some of the same signs: its own names come first.
  const other = own.material === undefined ? simplified(place.rest) : place.rest;
  const subject = other === place.rest ? own : takeProduct(other, materials);
  const pure = assay.value ?? (purity.value === undefined ? '' : readPurity(purity.value));
  const isNamed = subject.material !== undefined;
  if (isOtherGood(place.rest))
    return { material: undefined, form: undefined, purity: '', unit: unit.value, left: place.rest };
  const isShared = OF_SHARE.has(subject.form ?? subject.material?.form);
  const share = isShared
    ? (SHARE.exec(subject.rest)?.[0] ??
      (subject.form === 'alloy' ? BARE_SHARE.exec(subject.rest)?.[0] : undefined))
    : undefined;
  const named = share === undefined ? subject.rest : subject.rest.replace(share, ' ');
  const fineness = isNamed && pure === '' ? FINENESS.exec(named)?.[0] : undefined;
  const detail =
    subject.material === undefined || fineness !== undefined ? undefined : detailOf(named, subject.material);
  const specs = isNamed
    ? takeSpecs(named.replace(fineness ?? detail ?? '', ' '), subject.form)
    : { shape: '', site: '', rest: subject.rest, isOfMetal: false };
  const behind = isNamed && terms.value !== undefined ? placeBehindTerm(plain, specs.rest) : undefined;
  const rest = behind?.left ?? (isNamed && isOfShare(plain, specs.rest) ? ' ' : specs.rest);
  // "Three months" alone is a stretch of time.
  const isTenor = tenor.value !== undefined && (isNamed || place.value !== undefined);
  const places = [specs.site, behind?.place, place.value, isTenor ? tenor.value : '', fixing.value].filter(
    (part) => part !== undefined && part !== '',
  );
  return {
    material: subject.material,
    // What is sold in flakes or slabs is the metal.
    form: subject.form ?? (specs.isOfMetal && subject.material?.form === undefined ? 'metal' : undefined),
    purity: [
      fineness === undefined ? pure : readPurity(fineness.replace(',', '.')),
      share !== undefined && /^\d\d$/.test(share) ? `${share} %` : (share ?? ''),
      shares.value ?? '',
      detail ?? '',
      subject.grade,
      limits.value ?? '',
      derived ?? '',
      specs.shape,
    ]
      .filter((part) => part !== '')
      .join(' '),
    terms: terms.value,
    place: places.length === 0 ? undefined : places.join(' '),
    vat: vat.value,
    payment: payment.value,
    unit: unit.value,
    ...(fixing.value === undefined ? {} : { taken: 'fixing' }),
    left: tenor.value !== undefined && !isTenor ? `${rest} ${tenor.value}` : rest,
  };
}

const MOST_SEEN = 2000;

/** A reading that is made once of each text and list of materials: a table says the same few names in all its rows. */
export function onceEach(
  read: (text: string, materials: readonly Material[]) => Subject | undefined,
): typeof read {
  const seenBy = new WeakMap<readonly Material[], Map<string, Subject | undefined>>();
  return (text, materials) => {
    const seen = seenBy.get(materials) ?? new Map<string, Subject | undefined>();
    seenBy.set(materials, seen);
    if (seen.has(text)) return seen.get(text);
    if (seen.size >= MOST_SEEN) seen.clear();
    const subject = read(text, materials);
    seen.set(text, subject);
    return subject;
  };
}

/** `undefined` where a word of it is not known: a part of a name may be another product's. */
export const readSubject = onceEach(readAnew);

function readAnew(text: string, materials: readonly Material[]): Subject | undefined {
  const whole = wholeProduct(
    text.normalize('NFKC').replace(/(?<=\p{L})(?:\s?(?:\(\d\)|\[\d\]|[*†‡])){1,3}$/u, ''),
    materials,
  );
  if (whole?.material !== undefined) return { material: whole.material, form: whole.form, purity: '' };
  const { material, left, ...said } = takeNamed(text, materials);
  return material === undefined || /[\p{L}\p{N}]/u.test(left) ? undefined : { material, ...said };
}
