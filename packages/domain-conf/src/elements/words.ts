import { type Invalid, oneOf, pattern } from '@virtkit/xml';

/** A MAC address, as libvirt reads and writes it. */
export const macAddress = pattern(
  /^[0-9a-fA-F]{1,2}(:[0-9a-fA-F]{1,2}){5}$/,
  'Expected a MAC address, such as 52:54:00:12:34:56',
);

/** The formats of an image. */
export const storageFormat = oneOf(
  'none',
  'raw',
  'dir',
  'bochs',
  'cloop',
  'dmg',
  'iso',
  'vpc',
  'vdi',
  'fat',
  'vhd',
  'ploop',
  'cow',
  'qcow',
  'qcow2',
  'qed',
  'vmdk',
  'luks',
);

/** How virtio devices show themselves to the guest. */
export const virtioModel = oneOf('virtio', 'virtio-transitional', 'virtio-non-transitional');

/** What libvirt says of a word that it does not know; `%s` stands for the word. */
export const unsupported =
  (message: string, code: Invalid['code'] = 'CONFIG_UNSUPPORTED') =>
  (word: string): Invalid => ({ code, message: message.replace('%s', () => word) });
