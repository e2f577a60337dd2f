// How the sources are written, where no linter has a rule for it.
import { refuse } from '../steps.mjs';
import { handWritten } from '../workspace.mjs';

const ROOMS = ['packages', 'scripts', 'examples', 'conformance'];
const MAX_LINES = 500;

/** What no hand-written file says, and what to do instead. */
const REFUSED = [
  { pattern: /^\s*export \*(?! as )/m, advice: "names nothing in 'export *': list what is exported" },
  { pattern: /^\s*(export )?(const |declare )*enum /m, advice: 'declares an enum: use literal types and a table' },
  { pattern: /@ts-(ignore|nocheck)|biome-ignore|eslint-disable/, advice: 'silences a tool: mend what it complains of' },
  {
    pattern: /\b(TODO|FIXME|XXX)\b|not implemented yet/i,
    advice: 'leaves work behind: finish it, or answer with an error',
  },
];

/** A file with one of these names ends up holding everything. */
const DRAWER = /[-/](utils?|helpers?|misc|common|manager)[/.]/;

export function houseRules() {
  const files = ROOMS.flatMap((room) => handWritten(room, /\.(ts|mjs|js|sh)$/));
  refuse(files.flatMap(fileProblems));
}

/** @param {import('../workspace.mjs').SourceFile} file */
export function fileProblems({ path, text }) {
  const problems = [];
  const lines = text.split('\n').length - 1;
  if (lines > MAX_LINES) problems.push(`${path} has ${lines} lines, more than ${MAX_LINES}: split it by purpose`);
  if (DRAWER.test(path)) problems.push(`${path} is named after no purpose: name it after what it does`);
  // These rules would find themselves here.
  if (path.startsWith('scripts/checks/house-rules')) return problems;
  for (const { pattern, advice } of REFUSED) {
    const found = pattern.exec(text);
    if (found) problems.push(`${path}:${text.slice(0, found.index).split('\n').length} ${advice}`);
  }
  return problems;
}
