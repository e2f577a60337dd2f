import fc from 'fast-check';

const letter = (index: number) => String.fromCharCode(97 + index);

/** Devices as documents write them, each made distinct by the number that it is given. */
const KINDS: readonly ((number: number) => string)[] = [
  (number) => `<disk type='file'><source file='/d${number}'/><target dev='vd${letter(number)}' bus='virtio'/></disk>`,
  (number) => `<disk type='file'><source file='/s${number}'/><target dev='sd${letter(number)}' bus='scsi'/></disk>`,
  (number) => `<disk type='file'><source file='/u${number}'/><target dev='sd${letter(number)}' bus='usb'/></disk>`,
  (number) => `<disk type='file'><source file='/a${number}'/><target dev='sd${letter(number)}' bus='sata'/></disk>`,
  (number) => `<interface type='user'><mac address='52:54:00:00:00:0${number.toString(16)}'/><model type='virtio'/></interface>`,
  (number) => `<interface type='user'><mac address='52:54:00:00:01:0${number.toString(16)}'/><model type='e1000'/></interface>`,
  (number) => `<channel type='pty'><target type='virtio' name='c${number}'/></channel>`,
  (number) => `<serial type='pty'><target type='usb-serial' port='${number}'/></serial>`,
  (number) => `<shmem name='s${number}'><model type='ivshmem-plain'/><size unit='M'>4</size></shmem>`,
  (number) => `<filesystem type='mount'><source dir='/f${number}'/><target dir='t${number}'/></filesystem>`,
  (number) => `<controller type='scsi' index='${number}' model='virtio-scsi'/>`,
  () => `<rng model='virtio'><backend model='builtin'/></rng>`,
  () => `<input type='tablet' bus='usb'/>`,
  () => `<input type='keyboard' bus='virtio'/>`,
  () => `<sound model='ich6'/>`,
  () => `<video><model type='virtio'/></video>`,
  () => `<redirdev bus='usb' type='pty'/>`,
];

/** Up to eight devices of any kinds. */
export const deviceDocuments = fc
  .array(fc.nat(KINDS.length - 1), { maxLength: 8 })
  .map((kinds) => kinds.map((kind, number) => KINDS[kind]?.(number) ?? '').filter((one, at, all) => all.indexOf(one) === at || !one.includes('controller')));

/** A device whose target no other has. */
export const addedDevice = fc.nat(KINDS.length - 1).map((kind) => KINDS[kind]?.(15) ?? '');

export const machines = fc.constantFrom('pc', 'q35');
