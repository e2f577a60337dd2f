// `examples/alone/NAME.mjs` shows one package alone. It is the first code block of that package's README, and every line
// that it prints stands in it, behind `// → `.

/** @param {string} markdown @returns {string | undefined} the first block marked `js` */
export function firstCodeBlock(markdown) {
  return /^```js\n(.*?)^```$/ms.exec(markdown)?.[1];
}

/** @param {string} example @returns {string} what it says it prints */
export function promisedOutput(example) {
  return [...example.matchAll(/\/\/ → (.*)$/gm)].map((line) => `${line[1]}\n`).join('');
}
