// What the guest is made of. Everything comes from Debian's archive, as amd64 packages that are unpacked, never installed.

/** Debian packages whose files the guest uses, and why. */
export const PACKAGES = [
  { name: 'linux-image-cloud-amd64', why: 'names the current kernel for virtual machines' },
  { name: 'busybox-static', why: 'the shell and every other program of the guest' },
  { name: 'qemu-guest-agent', why: 'answers the host over the port org.qemu.guest_agent.0' },
  { name: 'libc6', why: 'the agent links to it' },
  { name: 'libglib2.0-0', why: 'the agent links to it' },
  { name: 'libnuma1', why: 'the agent links to it' },
  { name: 'libpcre2-8-0', why: 'glib links to it' },
  { name: 'libudev1', why: 'the agent links to it' },
  { name: 'liburing2', why: 'the agent links to it' },
];

/** Kernel modules that /init loads; what they depend on is found in the modules themselves. */
export const MODULES = [
  'virtio_pci',
  'virtio_net',
  'virtio_blk',
  'virtio_scsi',
  'sd_mod',
  'virtio_console',
  'virtio_rng',
  'virtio_balloon',
  'processor',
  'button',
  'evdev',
];

/** The busybox programs that /init and the guest's shell call by name. */
export const PROGRAMS = [
  ...['sh', 'awk', 'cat', 'chmod', 'cp', 'cut', 'date', 'dd', 'df', 'dmesg', 'echo', 'env', 'false', 'free', 'grep'],
  ...['halt', 'head', 'hostname', 'id', 'insmod', 'ip', 'kill', 'ln', 'ls', 'lsmod', 'mkdir', 'mknod', 'mount', 'mv'],
  ...[
    'nc',
    'ping',
    'poweroff',
    'printf',
    'ps',
    'reboot',
    'rm',
    'rmmod',
    'sed',
    'seq',
    'setsid',
    'sleep',
    'sort',
    'stty',
  ],
  ...['sync', 'tail', 'test', 'touch', 'tr', 'true', 'udhcpc', 'umount', 'uname', 'uptime', 'vi', 'wc', 'xargs'],
];
