import { attribute, child, element, type Fields, oneOf, record, required, string, uint, variant } from '@virtkit/xml';
import { deviceAddress } from '../address.js';
import { alias } from '../alias.js';
import { chardevSources } from '../chardev-source.js';
import { unsupported } from '../words.js';

/** The cases of a character device: the host's side by type, then the guest's. */
function withTarget<T extends Fields>(target: T) {
  const guest = { ...target, alias: child(alias), address: child(deviceAddress) };
  const { null: silent, vc, pty, dev, file, pipe, stdio, udp, tcp, unix } = chardevSources;
  const { spicevmc, spiceport, nmdm, 'qemu-vdagent': vdagent, dbus } = chardevSources;
  return {
    null: { ...silent, ...guest },
    vc: { ...vc, ...guest },
    pty: { ...pty, ...guest },
    dev: { ...dev, ...guest },
    file: { ...file, ...guest },
    pipe: { ...pipe, ...guest },
    stdio: { ...stdio, ...guest },
    udp: { ...udp, ...guest },
    tcp: { ...tcp, ...guest },
    unix: { ...unix, ...guest },
    spicevmc: { ...spicevmc, ...guest },
    spiceport: { ...spiceport, ...guest },
    nmdm: { ...nmdm, ...guest },
    'qemu-vdagent': { ...vdagent, ...guest },
    dbus: { ...dbus, ...guest },
  };
}

const hostSide = {
  default: 'pty',
  invalid: unsupported('unknown type presented to host for character device: %s'),
};
const targetType = { invalid: unsupported("unknown target type '%s' specified for character device") };

const serialModel = oneOf(
  'isa-serial',
  'usb-serial',
  'pci-serial',
  'spapr-vty',
  'pl011',
  'sclpconsole',
  'sclplmconsole',
  '16550a',
  'isa-debugcon',
);

/** A serial port. */
export const serial = element(
  'serial',
  variant(
    'type',
    withTarget({
      target: child(
        record({
          type: attribute(
            oneOf(
              'isa-serial',
              'usb-serial',
              'pci-serial',
              'spapr-vio-serial',
              'system-serial',
              'sclp-serial',
              'isa-debug',
            ),
            targetType,
          ),
          port: attribute(uint),
          model: child(
            record({
              name: attribute(serialModel, {
                ...required,
                invalid: unsupported("unknown target model '%s' specified for character device"),
              }),
            }),
          ),
        }),
      ),
    }),
    hostSide,
  ),
  { about: 'A serial port.' },
);

/** A parallel port. */
export const parallel = element(
  'parallel',
  variant('type', withTarget({ target: child(record({ port: attribute(uint) })) }), hostSide),
  { about: 'A parallel port.' },
);

/** The guest's console. */
export const console = element(
  'console',
  variant(
    'type',
    withTarget({
      tty: attribute(string),
      target: child(
        record({
          type: attribute(
            oneOf('serial', 'virtio', 'xen', 'uml', 'lxc', 'sclp', 'sclplm', 'openvz', 'xenbus'),
            targetType,
          ),
          port: attribute(uint),
        }),
      ),
    }),
    hostSide,
  ),
  { about: "The guest's console: one of its own, or the first serial port." },
);

/** A way for guest and host to talk. */
export const channel = element(
  'channel',
  variant(
    'type',
    withTarget({
      target: child(
        element(
          'target',
          variant(
            'type',
            {
              virtio: {
                name: attribute(string),
                state: attribute(oneOf('connected', 'disconnected'), { when: 'active' }),
              },
              guestfwd: { address: attribute(string, required), port: attribute(uint, required) },
              xen: {
                name: attribute(string),
                state: attribute(oneOf('connected', 'disconnected'), { when: 'active' }),
              },
            },
            {
              ...targetType,
              missing: { code: 'XML_ERROR', message: 'target type must be specified for channel device' },
            },
          ),
        ),
      ),
    }),
    hostSide,
  ),
  { about: 'A way for guest and host to talk: for the guest agent, SPICE, forwarded ports.' },
);
