import { child, children, element, string } from '@virtkit/xml';
import { channel, console, parallel, serial } from './devices/chardevs.js';
import { controller } from './devices/controller.js';
import { crypto } from './devices/crypto.js';
import { disk } from './devices/disk.js';
import { filesystem } from './devices/filesystem.js';
import { graphics } from './devices/graphics.js';
import { hostdev } from './devices/hostdev.js';
import { hub } from './devices/hub.js';
import { input } from './devices/input.js';
import { networkInterface } from './devices/interface.js';
import { iommu } from './devices/iommu.js';
import { lease } from './devices/lease.js';
import { memballoon } from './devices/memballoon.js';
import { memoryDevice } from './devices/memory-device.js';
import { nvramDevice } from './devices/nvram.js';
import { panic } from './devices/panic.js';
import { pstore } from './devices/pstore.js';
import { redirdev, redirfilter } from './devices/redirdev.js';
import { rng } from './devices/rng.js';
import { shmem } from './devices/shmem.js';
import { smartcard } from './devices/smartcard.js';
import { audio, sound } from './devices/sound.js';
import { tpm } from './devices/tpm.js';
import { video } from './devices/video.js';
import { vsock } from './devices/vsock.js';
import { watchdog } from './devices/watchdog.js';

/** The devices, by kind, in the order in which libvirt writes the kinds. */
export const devices = element(
  'devices',
  {
    emulator: child(string),
    disks: children(disk),
    controllers: children(controller),
    leases: children(lease),
    filesystems: children(filesystem),
    interfaces: children(networkInterface),
    smartcards: children(smartcard),
    serials: children(serial),
    parallels: children(parallel),
    consoles: children(console),
    channels: children(channel),
    inputs: children(input),
    tpms: children(tpm),
    graphics: children(graphics),
    sounds: children(sound),
    audios: children(audio),
    videos: children(video),
    hostdevs: children(hostdev),
    redirdevs: children(redirdev),
    redirfilter: child(redirfilter),
    hubs: children(hub),
    watchdogs: children(watchdog),
    memballoon: child(memballoon),
    rngs: children(rng),
    nvram: child(nvramDevice),
    panics: children(panic),
    shmems: children(shmem),
    memories: children(memoryDevice),
    cryptos: children(crypto),
    iommu: child(iommu),
    vsock: child(vsock),
    pstore: child(pstore),
  },
  { about: "The domain's devices, by kind.", paired: true },
);
