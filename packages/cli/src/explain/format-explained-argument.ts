import type { ExplainedArgument } from '@virtkit/command-builder';

type Source = ExplainedArgument['sources'][number];

const formatSource = ({ path, position }: Source): string =>
  position === undefined ? path : `${path} (line ${position.line}, column ${position.column})`;

/** An argument, and below it what it follows from, a line each. */
export function formatExplainedArgument({ argument, sources, rules }: ExplainedArgument): string {
  const reasons = [...sources.map(formatSource), ...rules.map((rule) => `rule: ${rule}`)];
  return [argument.join(' '), ...reasons.map((reason) => `    ${reason}`)].join('\n');
}
