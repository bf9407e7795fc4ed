/** An alert's rule, as the database keeps it. */
import { parseAlert, type AlertRule } from '#src/domain/alert.ts';
import type { Catalog } from '#src/domain/catalog.ts';
import type { StoredAlert } from '#src/storage/alerts.ts';

/** The rule and metal of an alert; `undefined` where its metal has left the catalog, or it can't be read. */
export function readStoredAlert(
  { rule, metal }: Pick<StoredAlert, 'rule' | 'metal'>,
  catalog: Catalog,
): { readonly rule: AlertRule; readonly metal: string } | undefined {
  if (!catalog.metals.some((m) => m.id === metal)) return undefined;
  const parsed = parseAlert(rule, { metals: catalog.metals, defaultMetal: metal });
  return parsed.ok ? { rule: parsed.rule, metal } : undefined;
}
