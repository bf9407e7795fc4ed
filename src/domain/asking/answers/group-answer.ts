/** What is asked of many commodities at once: in order, or of a family. */
import { withId } from '#src/domain/series/by-id.ts';
import { figureAnswer, type DataAnswer, figuresOrMissing } from './answers.ts';
import type { Catalog } from '../catalog.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { inAskedCurrency } from '#src/domain/topics/price/in-currency.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { answerAcross } from '#src/domain/topics/supply-chain/across.ts';
import { answerProfile } from '#src/domain/topics/countries/profile.ts';
import { answerFamily, familyMetric } from '#src/domain/topics/supply-chain/family.ts';

const MOST_BARE = 4;
/** "What precious metals do you have". */
const LISTED = /\bdo (?:you|u) (?:have|cover|track|know|carry)\b|^list\b/iu;
/** Too little is understood below it to be sure that a family is what is asked about. */
const SURE_OF_FAMILY = 0.75;

/** Commodities in order: of the family or the group that is named, or of all; `undefined` where none are ranked. */
export function acrossAnswer(question: Question, catalog: Catalog, now: Date): DataAnswer | undefined {
  const { across = null, families = [], metals, foreign, reason } = question;
  if (across === null || foreign !== null || reason || families.length > 1) return undefined;
  const [family] = families;
  const named = metals.flatMap((id) => withId(catalog.metals, id) ?? []);
  const group = named.find(({ kind }) => kind === 'group');
  const [one, ...others] = named.filter((metal) => metal !== group);
  const asked = across.polar && across.by === 'price' ? one : undefined;
  if (others.length > 0 || (one !== undefined && asked === undefined)) return undefined;
  if (asked !== undefined && group !== undefined && asked.group !== group.id) return undefined;
  const within = group?.id;
  const all = membersOf(catalog, family);
  const members = all.filter((metal) => within === undefined || metal.group === within);
  const name = (family ?? (within === undefined ? undefined : group?.name) ?? 'commodities').toLowerCase();
  const result = answerAcross({ question, thisYear: now.getUTCFullYear() }, across, name, members, asked);
  return { ...figuresOrMissing(figureAnswer(question, catalog, [result])), sure: true };
}

/** The commodities of a family, or all; a group of several is no member. */
const membersOf = ({ metals }: Catalog, family: string | undefined): readonly Metal[] =>
  metals.filter(
    ({ kind, families }) => kind === 'element' && (family === undefined || families.includes(family)),
  );

/** All that the country has which is asked about, of a family or of all; `undefined` where no such thing is asked. */
export function profileAnswer(question: Question, catalog: Catalog, now: Date): DataAnswer | undefined {
  const { profile = null, families = [] } = question;
  if (profile === null || families.length > 1) return undefined;
  const [family] = families;
  const members = catalog.metals.filter((metal) => family === undefined || metal.families.includes(family));
  const context = { question, thisYear: now.getUTCFullYear() };
  const name = (family ?? (profile.critical ? 'critical minerals' : 'commodities')).toLowerCase();
  const result = answerProfile(context, profile, name, members);
  return { ...figuresOrMissing(figureAnswer(question, catalog, [result])), sure: true };
}

/** The family that the members of a group make. */
const groupFamily = ({ metals }: Catalog, id: string, name: string): string | undefined =>
  metals
    .find(({ group, families }) => group === id && families.includes(name))
    ?.families.find((one) => one === name);

/** What the members of a family have; `undefined` where none is asked about, or one of our metals beside it. */
export function familyAnswer(question: Question, catalog: Catalog, now: Date): DataAnswer | undefined {
  const { families = [], metals, metrics, reason, foreign, understood, countries, text } = question;
  // "Compare all rare earths": a group of them is a family whose members are set side by side.
  const [only, ...more] = metals;
  const group = only === undefined || more.length > 0 ? undefined : withId(catalog.metals, only);
  const isGroup = group?.kind === 'group' && question.intent === 'compare' && question.years.length === 0;
  const own = isGroup ? groupFamily(catalog, group.id, group.name) : undefined;
  const name = families[0] ?? own;
  // "Precious metals" alone asks for what they cost; "which base metals does the US import" for something else.
  const isBare = countries.length === 0 && (text.split(/\s+/u).length <= MOST_BARE || LISTED.test(text));
  if (metrics.length === 0 && !isBare && own === undefined) return undefined;
  // A country's own are its profile: figures of the world are none of them.
  if (countries.length > 0 && !metrics.includes('import-reliance')) return undefined;
  const metric = familyMetric(metrics);
  if (
    name === undefined ||
    (metals.length > 0 && own === undefined) ||
    metric === undefined ||
    reason ||
    foreign !== null
  )
    return undefined;
  const members = membersOf(catalog, name);
  const money = inAskedCurrency(question, catalog, members);
  const context = { question: money.question, thisYear: now.getUTCFullYear() };
  const result = money.said(answerFamily(context, name, money.metals, metric));
  const data = figuresOrMissing(figureAnswer(question, catalog, [result]));
  return understood < SURE_OF_FAMILY ? data : { ...data, sure: true };
}
