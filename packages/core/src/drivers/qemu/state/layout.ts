import { join } from 'node:path';
import { directoriesBelow } from '../../../host/directories.js';

/** Where a qemu driver keeps its files, below its root directory; the names are libvirt's own below /etc, /run, /var. */
export interface Layout {
  readonly root: string;
  /** Persistent definitions: `NAME.xml`, one a domain. */
  readonly definitions: string;
  /** `NAME.xml` of each domain that starts with the driver. */
  readonly autostart: string;
  /** Tells since which boot of the machine those have been started. */
  readonly autostarted: string;
  /** What is known of running domains: `NAME.json`, one a domain. */
  readonly statuses: string;
  /** `domain-ID-NAME/` of each running domain: its monitor's socket, the key of its secrets. */
  readonly runtime: string;
  /** What the emulators wrote: `NAME.log`. */
  readonly logs: string;
  /** What managed saves left: `NAME.save`; not there before the first one. */
  readonly managedImages: string;
  /** `NAME/SNAPSHOT.xml` of each domain that has snapshots; not there before the first one. */
  readonly snapshots: string;
  /** Memory of guests that crashed; not there before the first one. */
  readonly dumps: string;
  /** Answers of capability probes. */
  readonly capabilities: string;
  /** The id that was given last: ids aren't used again, so that what is named by one is nobody else's. */
  readonly lastId: string;
}

export function layoutBelow(root: string): Layout {
  const { lib, state, log } = directoriesBelow(root);
  return {
    root,
    definitions: join(root, 'etc/qemu'),
    autostart: join(root, 'etc/qemu/autostart'),
    autostarted: join(root, 'run/autostarted'),
    statuses: state,
    runtime: lib,
    logs: log,
    managedImages: join(root, 'lib/save'),
    dumps: join(root, 'lib/dump'),
    snapshots: join(root, 'lib/snapshot'),
    capabilities: join(root, 'cache/qemu/capabilities'),
    lastId: join(root, 'run/last-id'),
  };
}

/** The directories that must exist before anything is written. */
export function directoriesOf(layout: Layout): string[] {
  const { root, definitions, autostart, statuses, runtime, logs, capabilities } = layout;
  return [root, definitions, autostart, statuses, runtime, logs, capabilities];
}
