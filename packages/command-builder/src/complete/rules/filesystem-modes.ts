import { changeDevices } from '../change.js';
import type { CompletionRule } from '../completion-context.js';

const OCTAL_DIGITS = 4;

/** Modes of new files and directories are octal, with all their digits. */
export const filesystemModes: CompletionRule = {
  name: 'digits of the mode',
  apply: (definition) =>
    changeDevices(definition, 'filesystems', (filesystem) => {
      const { fmode, dmode } = filesystem;
      const [file, directory] = [fmode?.padStart(OCTAL_DIGITS, '0'), dmode?.padStart(OCTAL_DIGITS, '0')];
      if (file === fmode && directory === dmode) return filesystem;
      return {
        ...filesystem,
        ...(file === undefined ? {} : { fmode: file }),
        ...(directory === undefined ? {} : { dmode: directory }),
      };
    }),
};
