// The programs that virtkit's demo and tests use beside Node: where each is, which Debian package brings it, and why.

/**
 * @typedef {'demo' | 'test'} Purpose
 * @typedef {object} DebianPackage
 * @property {string} name
 * @property {string} file it is there when this file is
 * @property {Purpose[]} purposes
 * @property {string} why
 */

/** @type {DebianPackage[]} */
export const DEBIAN_PACKAGES = [
  {
    name: 'qemu-system-x86',
    file: '/usr/bin/qemu-system-x86_64',
    purposes: ['demo', 'test'],
    why: 'the emulator that guests run under',
  },
  {
    name: 'qemu-utils',
    file: '/usr/bin/qemu-img',
    purposes: ['test'],
    why: "qemu-img, which makes the test guests' disks",
  },
  {
    name: 'libvirt-clients',
    file: '/usr/bin/virsh',
    purposes: ['test'],
    why: "virsh, which the tests let talk to virtkit's daemon",
  },
  {
    name: 'libvirt-daemon',
    file: '/usr/sbin/libvirtd',
    purposes: ['test'],
    why: "libvirtd, which the tests let virtkit's remote driver talk to",
  },
  {
    name: 'libvirt-daemon-driver-qemu',
    file: '/usr/lib/x86_64-linux-gnu/libvirt/connection-driver/libvirt_driver_qemu.so',
    purposes: ['test'],
    why: "libvirtd's driver for QEMU",
  },
  {
    name: 'python3-libvirt',
    file: '/usr/lib/python3/dist-packages/libvirt.py',
    purposes: ['test'],
    why: "a program of another language that talks to virtkit's daemon",
  },
];
