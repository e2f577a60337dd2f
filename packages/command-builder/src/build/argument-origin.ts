/**
 * Where an argument comes from: paths of the definition (JSON pointers) without which it would be another, or a rule. The
 * definition may say itself, at other paths, what the rule would imply.
 */
export type ArgumentOrigin =
  | { readonly paths: readonly string[] }
  | { readonly rule: string; readonly alsoSaid?: readonly string[] };
