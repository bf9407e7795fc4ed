/** The pieces block rules are made of. Each looks at one value and reports what is wrong with it, and where. */
import { isJson, textIn } from '../wire/json.ts';
import type { Json } from '../wire/wire-types.ts';

/** @param path a JSON pointer, such as `/blocks/0/text` */
export type Report = (what: string, path: string) => void;
export type Rule = (value: unknown, path: string, report: Report) => void;

export const anything: Rule = () => undefined;

export const flag: Rule = (value, path, report) => {
  if (typeof value !== 'boolean') report('must be a boolean', path);
};

/** A text of `min` to `max` characters, 1 and up unless given. */
export const text =
  (max: number, min = 1, pattern?: RegExp): Rule =>
  (value, path, report) => {
    if (typeof value !== 'string') return report('must be a string', path);
    if (value.length > max) return report(`must be less than ${max + 1} characters`, path);
    if (value.length < min) return report(`must be more than ${min - 1} characters`, path);
    return pattern && !pattern.test(value) ? report('is not in the expected format', path) : undefined;
  };

export const number =
  (min = -Infinity, max = Infinity): Rule =>
  (value, path, report) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return report('must be a number', path);
    return value < min || value > max ? report(`must be from ${min} to ${max}`, path) : undefined;
  };

export const choice =
  (...allowed: readonly string[]): Rule =>
  (value, path, report) => {
    if (!allowed.includes(textIn(value))) report(`must be one of: ${allowed.join(', ')}`, path);
  };

export const list =
  (rule: Rule, max: number, min = 1): Rule =>
  (value, path, report) => {
    if (!Array.isArray(value)) return report('must be an array', path);
    if (value.length > max) report(`no more than ${max} items allowed`, path);
    if (value.length < min) report(`no less than ${min} items allowed`, path);
    return value.forEach((item, index) => rule(item, `${path}/${index}`, report));
  };

type Fields = Readonly<Record<string, Rule>>;

/** An object with these fields and no others. `more` looks at how they go together. */
export const shape =
  (
    required: Fields,
    optional: Fields = {},
    more: (value: Json, path: string, report: Report) => void = anything,
  ): Rule =>
  (value, path, report) => {
    if (!isJson(value)) return report('must provide an object', path);
    for (const [name, rule] of Object.entries(required)) {
      if (value[name] === undefined) report(`missing required field: ${name}`, path);
      else rule(value[name], `${path}/${name}`, report);
    }
    for (const [name, given] of Object.entries(value)) {
      if (Object.hasOwn(required, name) || given === undefined) continue;
      const rule = Object.hasOwn(optional, name) ? optional[name] : undefined;
      if (rule) rule(given, `${path}/${name}`, report);
      else report(`invalid additional property: ${name}`, path);
    }
    return more(value, path, report);
  };

/** At least one of these fields must be there. */
export const oneOf =
  (...names: readonly string[]) =>
  (value: Json, path: string, report: Report): void => {
    if (!names.some((name) => value[name] !== undefined))
      report(`must define one of: ${names.join(', ')}`, path);
  };

/** One of these fields must be there, and not two. */
export const exactlyOne =
  (...names: readonly string[]) =>
  (value: Json, path: string, report: Report): void => {
    if (names.filter((name) => value[name] !== undefined).length !== 1) {
      report(`must define either ${names.join(' or ')}, and not both`, path);
    }
  };

/** An object whose `type` chooses the rule. */
export const byType =
  (table: Fields): Rule =>
  (value, path, report) => {
    if (!isJson(value)) return report('must provide an object', path);
    if (value['type'] === undefined) return report('missing required field: type', path);
    const type = textIn(value['type']);
    const rule = Object.hasOwn(table, type) ? table[type] : undefined;
    return rule ? rule(value, path, report) : report(`unsupported type: ${type}`, `${path}/type`);
  };

/** These rules of a table, and no others. */
export const pick = (table: Fields, ...names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(table).filter(([name]) => names.includes(name)));
