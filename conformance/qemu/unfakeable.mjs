// What no file or socket of ours can stand for: hardware of the host, its kernel's services, and programs that QEMU talks to
// before it runs.

/** Drivers and types, and what they need. */
const NEEDS = [
  [/^(vfio-|usb-host$|nvme$|scsi-generic$|scsi-block$|host_cdrom$)/, 'devices of the host'],
  [/^(vhost-vdpa|virtio-blk-vhost-vdpa|vhost-scsi|vhost-vsock|tap$)/, 'services of the kernel'],
  [/^(vhost-user|ivshmem-doorbell|pr-manager-helper|dbus-vmstate)/, 'programs that serve QEMU'],
  [/^(nbd|rbd|iscsi|gluster|https?|ftps?|tftp|ssh|nfs|vxhs|sheepdog)$/, 'storage on the network'],
  [/^(sev-|tdx-|s390-pv|sgx-|memory-backend-epc)/, 'protection by the hardware'],
  [/^tls-creds-/, 'certificates'],
  [/^(pa|pipewire|alsa|oss|jack|coreaudio|sdl)$/, 'sound of the host'],
  [/^ccid-card-emulated$/, 'smartcards of the host'],
];

const OPTIONS = [
  [/^-tpmdev$/, /./, 'a TPM'],
  [/^-chardev$/, /^parport|^parallel/, 'devices of the host'],
  [/^-display$/, /^(sdl|gtk|egl|dbus|spice-app)/, 'a screen'],
  [/^-object$/, /"memory-backend-file".*hugepages/, 'huge pages'],
  [/^-spice$/, /tls-port=|rendernode=/, 'certificates'],
  [/^-overcommit$/, /mem-lock=on/, 'locked memory'],
  [/^-device$/, /"evdev"/, 'devices of the host'],
  [/^-object$/, /"evdev"/, 'devices of the host'],
  [/^-device$/, /-gl(-pci)?"|"blob":true/, 'a screen'],
  [/^-dtb$/, /./, 'a device tree'],
];

/** @param {readonly string[]} argv @returns {string | undefined} what it needs that can't be faked */
export function unfakeableNeed(argv) {
  for (const [index, value] of argv.entries()) {
    const option = argv[index - 1] ?? '';
    const found = OPTIONS.find(([name, pattern]) => name.test(option) && pattern.test(value));
    if (found !== undefined) return found[2];
    const words = value.startsWith('{') ? wordsOf(JSON.parse(value)) : value.split(',').slice(0, 1);
    const need = NEEDS.find(([pattern]) => words.some((word) => pattern.test(word)));
    if (need !== undefined && option !== '-name') return need[1];
  }
  return undefined;
}

function wordsOf({ driver, type, 'qom-type': qomType }) {
  return [driver, type, qomType].filter((word) => typeof word === 'string');
}
