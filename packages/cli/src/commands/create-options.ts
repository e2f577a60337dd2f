import type { Option } from '../command/command.js';

/** Options that `create` and `start` share. */
export const CREATE_OPTIONS = {
  console: { type: 'boolean', summary: 'attach to the console once it runs' },
  paused: { type: 'boolean', summary: 'leave the domain paused' },
  autodestroy: { type: 'boolean', summary: 'destroy the domain when virtkit disconnects' },
} as const satisfies Record<string, Option>;
