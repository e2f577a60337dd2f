import {
  buildCommandLine,
  completeDomain,
  explainCommandLine,
  numberDescriptors,
  parseCommandLine,
} from '@virtkit/command-builder';

// All three are plain values: @virtkit/domain-conf reads the first from XML, @virtkit/capabilities probes the second.
const definition = {
  type: 'qemu',
  name: 'hello',
  memoryKiB: 262144,
  os: { type: 'hvm', arch: 'x86_64', machine: 'q35', kernel: '/boot/vmlinuz' },
  devices: {
    rngs: [{ model: 'virtio', backend: { model: 'random', path: '/dev/urandom' } }],
    memballoon: { model: 'none' },
  },
};
const q35 = { name: 'pc-q35-7.2', alias: 'q35', maxCpus: 288, defaultCpu: 'qemu64-x86_64-cpu', defaultRamId: 'pc.ram' };
const capabilities = {
  binary: '/usr/bin/qemu-system-x86_64',
  arch: 'x86_64',
  flags: ['qemu-xhci', 'pcie-root-port', 'pcie-pci-bridge', 'device.json+hotplug', 'netdev.json', 'seccomp-sandbox'],
  accelerators: [{ name: 'tcg', machines: [q35], cpuModels: [] }],
};
const host = {
  directories: { lib: '/run/hello', channelTarget: '/run/hello/channel' },
  memory: { pageSizesKiB: [4], hugetlbfs: [], cells: [] },
  settings: {},
  environment: { PATH: '/usr/bin' },
  devices: { pci: [], scsi: [] },
  firmware: [],
};

// What does libvirt make of it?
const completed = completeDomain(definition, capabilities, host, { origin: 'new' });
const { controllers, rngs } = completed.definition.devices;
console.log(completed.definition.os.machine, controllers.length); // → pc-q35-7.2 6
console.log(rngs[0].address.type, rngs[0].address.bus); // → pci 2

// The command line. What QEMU is to inherit is listed, and numbered by whoever starts it.
const line = buildCommandLine(completed.definition, capabilities, host);
console.log(line.descriptors[0].descriptor, line.descriptors[0].open.kind); // → monitor unix-listen
const argv = numberDescriptors(line.argv, () => 3);
console.log(argv[argv.indexOf('-chardev') + 1]); // → socket,id=charmonitor,fd=3,server=on,wait=off
console.log(argv.at(-3)); // → on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny

// And why is it as it is?
const { arguments: all, elements } = explainCommandLine(line, { origins: completed.origins });
const [object, device] = elements.get('/devices/rngs/0').map((place) => all[place].argument.join(' '));
console.log(object); // → -object {"qom-type":"rng-random","id":"objrng0","filename":"/dev/urandom"}
console.log(device); // → -device {"driver":"virtio-rng-pci","rng":"objrng0","id":"rng0","bus":"pci.2","addr":"0x0"}
console.log(all.find(({ argument }) => argument.join().includes('qemu-xhci')).rules[0]); // → USB controller of the machine type

// The way back, for command lines that exist.
const back = parseCommandLine([...argv, '-qmp', 'stdio']);
console.log(back.definition.devices.rngs[0].backend.path); // → /dev/urandom
console.log(back.leftOver[0].words.join(' '), '|', back.leftOver[0].reason); // → -qmp stdio | -qmp has no element
