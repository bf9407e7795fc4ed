/** JMESPath: says where in an answer a field is. */
import { compile, search, type JSONValue } from '@jmespath-community/jmespath';

/** Whether a text can be used as an expression. */
export function isExpression(text: string): boolean {
  try {
    compile(text);
    return true;
  } catch {
    return false;
  }
}

/** What an expression finds; `null` where there is nothing, or the answer is of another shape than it expects. */
export function find(data: JSONValue, expression: string): JSONValue {
  try {
    return search(data, expression);
  } catch {
    return null;
  }
}
