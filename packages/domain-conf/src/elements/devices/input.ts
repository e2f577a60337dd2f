import { attribute, child, element, type Fields, oneOf, onOff, record, required, string, variant } from '@virtkit/xml';
import { deviceAddress } from '../address.js';
import { alias } from '../alias.js';
import { virtioDriver } from '../virtio-options.js';
import { unsupported, virtioModel } from '../words.js';

const before = {
  bus: attribute(oneOf('ps2', 'usb', 'xen', 'parallels', 'virtio', 'none'), {
    invalid: unsupported("unknown input bus type '%s'"),
  }),
  model: attribute(virtioModel, { invalid: unsupported("unknown input model '%s'") }),
  driver: child(virtioDriver),
} satisfies Fields;

const after = { alias: child(alias), address: child(deviceAddress) } satisfies Fields;

const plain = { ...before, ...after } satisfies Fields;

/** A mouse, tablet, keyboard, or a device of the host's. */
export const input = element(
  'input',
  variant(
    'type',
    {
      mouse: plain,
      tablet: plain,
      keyboard: plain,
      passthrough: { ...before, source: child(record({ evdev: attribute(string, required) })), ...after },
      evdev: {
        ...before,
        source: child(
          record({
            dev: attribute(string, required),
            grab: attribute(oneOf('all')),
            grabToggle: attribute(
              oneOf('ctrl-ctrl', 'alt-alt', 'shift-shift', 'meta-meta', 'scrolllock', 'ctrl-scrolllock'),
            ),
            repeat: attribute(onOff),
          }),
        ),
        ...after,
      },
    },
    {
      invalid: unsupported("unknown input device type '%s'"),
      missing: { code: 'INTERNAL_ERROR', message: 'missing input device type' },
    },
  ),
  { about: "A mouse, tablet, keyboard, or an event device of the host's." },
);
