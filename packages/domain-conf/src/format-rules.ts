import type { DomainDefinition } from './generated/definition.js';
import { copyJson } from './rules/copy-json.js';
import type { FormatRulesOptions } from './rules/format-rule.js';
import { formatRules } from './rules/format-rules.js';

/**
 * What the format implies for every hypervisor, made explicit in a copy of the definition: words for what is absent,
 * legacy places in their new ones, the order of devices. Applying the rules again changes nothing.
 */
export function applyFormatRules(definition: DomainDefinition, options: FormatRulesOptions = {}): DomainDefinition {
  const draft = copyJson(definition);
  for (const rule of formatRules) rule(draft, options);
  return draft;
}
