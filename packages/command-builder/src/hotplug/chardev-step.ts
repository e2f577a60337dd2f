import { VirtError } from '@virtkit/errors';
import type { Argument, KeyedProperty } from '../arguments/argument.js';
import type { HotplugStep, HotplugValue } from './hotplug-command.js';

type Chardev = Extract<Argument, { kind: 'keyed' }>;
type Values = { readonly [name: string]: HotplugValue };

/** What `-chardev` says, as QMP takes it. @throws VirtError OPERATION_UNSUPPORTED for one that QEMU is handed open */
export function chardevStep({ head, properties }: Chardev): HotplugStep {
  const { id = '', logfile, logappend, ...values } = valuesOf(properties);
  const data = { ...dataOf(String(head), values), ...defined({ logfile, logappend }) };
  return {
    add: { name: 'chardev-add', arguments: { id, backend: { type: String(head), data } } },
    remove: { name: 'chardev-remove', arguments: { id } },
  };
}

function dataOf(head: string, values: Values): Values {
  const { path, host, port, name, localaddr, localport, ...rest } = values;
  switch (head) {
    case 'socket': {
      const addr = path === undefined ? inet(host, port) : { type: 'unix', data: defined({ path }) };
      return { addr, server: false, ...rest };
    }
    case 'udp':
      return { remote: inet(host, port), local: inet(localaddr, localport), ...rest };
    case 'file':
      return { ...defined({ out: path }), ...rest };
    case 'serial':
    case 'parallel':
    case 'pipe':
      return { ...defined({ device: path }), ...rest };
    case 'spicevmc':
      return { ...defined({ type: name }), ...rest };
    case 'spiceport':
      return { ...defined({ fqdn: name }), ...rest };
    case 'dbus':
      return { ...defined({ name }), ...rest };
    default:
      return rest;
  }
}

/** QMP wants both, and ports as text. */
function inet(host: HotplugValue | undefined, port: HotplugValue | undefined): Values {
  return { type: 'inet', data: { host: String(host ?? ''), port: String(port ?? '0') } };
}

function valuesOf(properties: readonly KeyedProperty[]): { [name: string]: HotplugValue } {
  const values: { [name: string]: HotplugValue } = {};
  for (const [key, value] of properties) {
    if (typeof value === 'object' && value !== null) {
      const detail = 'a character device that QEMU is to be handed open cannot be attached while it runs';
      throw new VirtError('OPERATION_UNSUPPORTED', detail, { domain: 'QEMU' });
    }
    values[key] = value;
  }
  return values;
}

function defined(values: { readonly [name: string]: HotplugValue | undefined }): Values {
  const kept: { [name: string]: HotplugValue } = {};
  for (const [name, value] of Object.entries(values)) if (value !== undefined) kept[name] = value;
  return kept;
}
