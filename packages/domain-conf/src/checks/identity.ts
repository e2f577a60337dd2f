import type { Check } from './check.js';

/** A name names a file, and a title is one line. */
export const checkIdentity: Check = ({ name, title }, tell) => {
  if (name === undefined || name === '') tell('NO_NAME', '', '/name', 'Give the domain a <name>');
  else if (name.includes('/')) tell('XML_ERROR', `name ${name} cannot contain '/'`, '/name');
  else if (name.includes('\n')) tell('XML_ERROR', `name ${name} cannot contain '\\n'`, '/name');
  if (title?.includes('\n') === true) tell('XML_ERROR', "Domain title can't contain newlines", '/title');
};
