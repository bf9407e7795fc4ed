/** What was typed or ticked in a form, and is not yet in what the server drew: Slack's client keeps it when an app draws a form anew. */

/**
 * @param {HTMLElement} before the form as it is
 * @param {HTMLElement} form the same form, drawn anew
 */
export function keepEdits(before, form) {
  for (const [field, next] of sameIn(before, form, '.field[data-action]')) {
    if (!isText(field) || !isText(next) || field.value === field.defaultValue) continue;
    next.value = field.value;
  }
  for (const [group, next] of sameIn(before, form, '.choices[data-action]')) {
    const boxes = new Map(boxesIn(next).map((box) => [box.value, box]));
    for (const { value, checked, defaultChecked } of boxesIn(group)) {
      const box = boxes.get(value);
      if (box && checked !== defaultChecked) box.checked = checked;
    }
  }
}

/**
 * Elements of two forms that are the same by block and action.
 * @param {HTMLElement} before
 * @param {HTMLElement} form
 * @param {string} selector
 * @returns {[HTMLElement, HTMLElement][]}
 */
export function sameIn(before, form, selector) {
  const named = new Map(elementsIn(before, selector).map((element) => [nameOf(element), element]));
  return elementsIn(form, selector).flatMap((next) => {
    const element = named.get(nameOf(next));
    return element ? [[element, next]] : [];
  });
}

/** @param {HTMLElement} within @param {string} selector */
const elementsIn = (within, selector) =>
  [...within.querySelectorAll(selector)].filter((element) => element instanceof HTMLElement);

/** @param {HTMLElement} element */
const nameOf = ({ dataset }) => `${dataset['block']} ${dataset['action']}`;

/** @param {HTMLElement} element @returns {element is HTMLInputElement | HTMLTextAreaElement} */
const isText = (element) => element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/** @param {HTMLElement} group */
const boxesIn = (group) =>
  [...group.querySelectorAll('input')].filter((box) => box instanceof HTMLInputElement);
