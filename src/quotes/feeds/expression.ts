/** JMESPath: says where in an answer a field is. */
import { compile, TreeInterpreter, type JSONValue } from '@jmespath-community/jmespath';

/** Whether a text can be used as an expression. */
export function isExpression(text: string): boolean {
  try {
    compile(text);
    return true;
  } catch {
    return false;
  }
}

/** What an expression finds in data; `null` where there is nothing, or the data is of another shape than it expects. */
export type Finder = (data: JSONValue) => JSONValue;

/** An expression that is used many times. @throws where it is none: `isExpression` was asked before */
export function compiled(expression: string): Finder {
  const tree = compile(expression);
  return (data) => {
    try {
      return TreeInterpreter.search(tree, data);
    } catch {
      return null;
    }
  };
}
