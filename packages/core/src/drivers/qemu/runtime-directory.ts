import { join } from 'node:path';
import type { Layout } from './state/layout.js';

/** libvirt shortens names in paths, whose length is limited. */
const SHORT_NAME_CHARACTERS = 20;

/** The private directory of a running domain. */
export function runtimeDirectory({ runtime }: Layout, id: number, name: string): string {
  return join(runtime, `domain-${id}-${[...name].slice(0, SHORT_NAME_CHARACTERS).join('')}`);
}

/** Where its monitor listens. */
export function monitorPath(layout: Layout, id: number, name: string): string {
  return join(runtimeDirectory(layout, id, name), 'monitor.sock');
}
