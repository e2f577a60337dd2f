import { managedReservationsObject } from '../block/reservations.js';
import { throttleGroupObjects } from '../block/throttle-group.js';
import { audioArguments } from '../devices/audio.js';
import { channelArguments } from '../devices/channel.js';
import { consoleArguments } from '../devices/console.js';
import { CONTROLLER_ORDER, controllerArguments } from '../devices/controllers/controller.js';
import { cryptoArguments } from '../devices/crypto.js';
import { diskArguments } from '../devices/disk.js';
import { filesystemArguments } from '../devices/filesystem.js';
import { graphicsArguments } from '../devices/graphics.js';
import { hostdevArguments } from '../devices/hostdev.js';
import { hostdevInterfaceArguments } from '../devices/hostdev-interface.js';
import { hubArguments } from '../devices/hub.js';
import { inputArguments } from '../devices/input.js';
import { interfaceArguments } from '../devices/interface.js';
import { iommuOption } from '../devices/iommu.js';
import { memballoonArguments } from '../devices/memballoon.js';
import { memoryDeviceArguments } from '../devices/memory-device.js';
import { nvramArguments } from '../devices/nvram.js';
import { panicArguments } from '../devices/panic.js';
import { parallelArguments } from '../devices/parallel.js';
import { pstoreArguments } from '../devices/pstore.js';
import { redirdevArguments } from '../devices/redirdev.js';
import { rngArguments } from '../devices/rng.js';
import { serialArguments } from '../devices/serial.js';
import { shmemArguments } from '../devices/shmem.js';
import { smartcardArguments } from '../devices/smartcard.js';
import { soundArguments } from '../devices/sound.js';
import { tpmArguments } from '../devices/tpm.js';
import { videoArguments } from '../devices/video.js';
import { vsockArguments } from '../devices/vsock.js';
import { watchdogActionOption, watchdogArguments } from '../devices/watchdog.js';
import { accelOption } from '../options/accel.js';
import { acpiTableOptions } from '../options/acpi-tables.js';
import { asyncTeardownOption } from '../options/async-teardown.js';
import { bootOption, KERNEL_FILES, kernelOption } from '../options/boot.js';
import { floppyControllerOptions, pciHoleOption, rootHotplugOption, tsegOption } from '../options/chipset.js';
import { compatOption } from '../options/compat.js';
import { cpuOption } from '../options/cpu.js';
import { biosOption, flashBlockdevs, secureFlashOption } from '../options/firmware.js';
import { generationIdDevice, vmcoreinfoDevice } from '../options/guest-identity.js';
import { incomingOption } from '../options/incoming.js';
import { iothreadObjects } from '../options/iothreads.js';
import { launchSecurityObject } from '../options/launch-security.js';
import { machineOption } from '../options/machine.js';
import { memoryBackendObject, memoryOption, overcommitOption } from '../options/memory.js';
import { nameOption } from '../options/name.js';
import { numaOptions } from '../options/numa.js';
import { passedThroughArguments } from '../options/passed-through.js';
import { noAcpiOption, noShutdownOption, sleepOptions } from '../options/power.js';
import { noHpetOption, pitOption, rtcOption } from '../options/rtc.js';
import { smbiosOptions } from '../options/smbios.js';
import { smpOption } from '../options/smp.js';
import {
  displayOption,
  masterKeyObject,
  messageOption,
  monitorOptions,
  noDefaultsOptions,
  sandboxOption,
  stoppedOption,
  uuidOption,
} from '../options/startup.js';
import { eachDevice, option, type Section, singleDevice } from './section.js';

/** The command line, section by section: this order is the order of the argv. */
export const ARGV_ORDER: readonly Section[] = [
  option(nameOption, '/name'),
  option(compatOption, '/qemu/deprecation'),
  option(stoppedOption, { rule: 'start stopped' }),
  option(masterKeyObject, { rule: 'master key' }),
  option(managedReservationsObject, '/devices/disks'),
  option(flashBlockdevs, '/os/loader', '/os/nvram'),
  option(
    machineOption,
    '/features',
    '/memoryBacking',
    '/dumpCore',
    '/keywrap',
    '/clock/timers',
    '/launchSecurity',
    '/os',
    '/devices/memories',
    '/devices/sounds',
  ),
  option(accelOption, '/type', '/features/tcg', '/features/kvm'),
  option(tsegOption, '/features/smm'),
  option(cpuOption, '/cpu', '/features', '/clock/timers'),
  option(secureFlashOption, '/os/loader/secure'),
  option(biosOption, '/os/loader'),
  option(memoryOption, '/memoryKiB', '/maxMemorySlots', '/maxMemoryKiB'),
  option(memoryBackendObject, '/memoryKiB', '/memoryBacking'),
  option(overcommitOption, '/memoryBacking/locked', { rule: 'memory may be swapped' }),
  option(smpOption, '/vcpu', '/cpu/topology'),
  option(iothreadObjects, '/iothreadids'),
  option(throttleGroupObjects, '/throttlegroups'),
  option(numaOptions, '/cpu/numa'),
  option(uuidOption, '/uuid'),
  option(smbiosOptions, '/sysinfos', '/os/smbios'),
  option(generationIdDevice, '/genid'),
  option(displayOption, '/devices/graphics', { rule: 'no display without graphics' }),
  option(noDefaultsOptions, { rule: 'no defaults of QEMU' }),
  option(monitorOptions, { rule: 'monitor' }),
  option(rtcOption, '/clock'),
  option(pitOption, '/clock/timers'),
  option(noHpetOption, '/clock/timers'),
  option(noShutdownOption, { rule: 'the driver decides on power-off' }),
  option(noAcpiOption, '/features/acpi', { rule: 'ACPI only if asked for' }),
  option(sleepOptions, '/pm'),
  option(bootOption, '/os/bootmenu', '/os/bios', { rule: 'boot only as ordered' }),
  ...KERNEL_FILES.map((file) => option(kernelOption(file), `/os/${file}`)),
  option(acpiTableOptions, '/os/acpiTables'),
  option(rootHotplugOption, '/devices/controllers'),
  option(pciHoleOption, '/devices/controllers'),
  option(iommuOption, '/devices/iommu'),
  ...CONTROLLER_ORDER.map((type) =>
    eachDevice('controllers', controllerArguments, (controller) => controller.type === type),
  ),
  eachDevice('memories', memoryDeviceArguments),
  eachDevice('hubs', hubArguments),
  option(floppyControllerOptions, '/os/boots', '/devices/disks'),
  eachDevice('disks', diskArguments, ({ transient }) => transient?.shareBacking !== true),
  eachDevice('filesystems', filesystemArguments),
  eachDevice('interfaces', interfaceArguments, ({ type }) => type !== 'hostdev'),
  eachDevice('smartcards', smartcardArguments),
  eachDevice('serials', serialArguments),
  eachDevice('parallels', parallelArguments),
  eachDevice('channels', channelArguments),
  eachDevice('consoles', consoleArguments),
  eachDevice('tpms', tpmArguments),
  eachDevice('inputs', inputArguments),
  eachDevice('audios', audioArguments),
  eachDevice('graphics', graphicsArguments),
  eachDevice('videos', videoArguments),
  eachDevice('sounds', soundArguments),
  eachDevice('watchdogs', watchdogArguments),
  option(watchdogActionOption, '/devices/watchdogs'),
  eachDevice('redirdevs', redirdevArguments),
  eachDevice('interfaces', hostdevInterfaceArguments, ({ type }) => type === 'hostdev'),
  eachDevice('hostdevs', hostdevArguments),
  option(incomingOption, { rule: 'state that comes from elsewhere' }),
  singleDevice('memballoon', memballoonArguments),
  eachDevice('rngs', rngArguments),
  singleDevice('nvram', nvramArguments),
  option(vmcoreinfoDevice, '/features/vmcoreinfo'),
  option(launchSecurityObject, '/launchSecurity'),
  option(passedThroughArguments, '/qemu/commandline'),
  option(sandboxOption, { rule: 'sandbox' }),
  eachDevice('cryptos', cryptoArguments),
  eachDevice('shmems', shmemArguments),
  singleDevice('pstore', pstoreArguments),
  eachDevice('panics', panicArguments),
  option(asyncTeardownOption, '/features/asyncTeardown'),
  singleDevice('vsock', vsockArguments),
  option(messageOption, { rule: 'messages with their time' }),
];
