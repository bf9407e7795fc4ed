/** The chart of a `data_visualization` block: pie, bar, area or line. */
import { asJson, jsonsIn, textIn, textsIn } from '../wire/json.ts';
import type { Json } from '../wire/wire-types.ts';
import { byType, choice, list, number, shape, text, type Report, type Rule } from './rules.ts';

const LABEL = text(20);
const series = shape({ name: LABEL, data: list(shape({ label: LABEL, value: number() }), 20) });
const axes = shape({ categories: list(LABEL, 20) }, { x_label: text(50), y_label: text(50) });

const plot = (type: string): Readonly<Record<string, Rule>> => ({
  [type]: shape({ type: choice(type), series: list(series, 6), axis_config: axes }, {}, checkSeries),
});

export const chart: Rule = byType({
  pie: shape({ type: choice('pie'), segments: list(shape({ label: LABEL, value: number(0) }), 6) }),
  ...plot('bar'),
  ...plot('area'),
  ...plot('line'),
});

/** Names of series differ, and every point stands over a category. */
function checkSeries(value: Json, path: string, report: Report): void {
  const categories = textsIn(asJson(value['axis_config'])?.['categories']);
  const all = jsonsIn(value['series']);
  if (new Set(all.map((one) => one['name'])).size < all.length)
    report('series names must be unique', `${path}/series`);
  all.forEach((one, index) => {
    const labels = jsonsIn(one['data']).map((point) => textIn(point['label']));
    if (labels.length === categories.length && labels.every((label) => categories.includes(label))) return;
    report('data labels must match the categories', `${path}/series/${index}/data`);
  });
}
