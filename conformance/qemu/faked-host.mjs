// Files, directories, sockets and peers that stand for those of the host that a command line names.
import { execFileSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename, join } from 'node:path';

const MIB = 1024 * 1024;
const FLASH_MIB = { aarch64: 64, x86_64: 2 };
/** More is not filled before the guest runs. */
const PREALLOCATED = 256 * MIB;

export class FakedHost {
  #root;
  #arch;
  #masterKey;
  #paths = new Map();
  #servers = [];
  #secret;
  #peerServer = createServer();

  /** @param {{ root: string, arch: string, masterKey: Uint8Array, secret: string }} options root: an empty directory; secret: what all images are encrypted with */
  constructor({ root, arch, masterKey, secret }) {
    this.#root = root;
    this.#arch = arch;
    this.#masterKey = masterKey;
    this.#secret = secret;
  }

  /** Listens for those who look for a peer on the network. */
  async open() {
    await new Promise((resolve) => this.#peerServer.listen(0, '127.0.0.1', resolve));
    this.#servers.push(this.#peerServer);
  }

  /** @param {readonly string[]} argv @returns {string[]} the same with what it names in our directory */
  fake(argv) {
    const formats = formatsOf(argv);
    return argv.map((value, index) => {
      const option = argv[index - 1] ?? '';
      if (option === '-incoming') return 'defer';
      if (value.startsWith('{')) return JSON.stringify(this.#object(JSON.parse(value), formats));
      if (!option.startsWith('-') || value.startsWith('-')) return value;
      return this.#text(option, value);
    });
  }

  /** Ends what listened. */
  async close() {
    await Promise.all(this.#servers.map((server) => new Promise((resolve) => server.close(resolve))));
  }

  #object(properties, formats) {
    if (properties['qom-type'] === 'secret' && properties.file) return { ...properties, file: this.#keyFile() };
    if (properties.driver === 'host_device') return this.#object({ ...properties, driver: 'file' }, formats);
    if (properties.type === 'stream' && !properties.server) return { ...properties, addr: this.#peer(properties.addr) };
    const format = formats.get(properties['node-name']) ?? { driver: 'raw' };
    const changed = Object.fromEntries(
      Object.entries(properties).map(([name, value]) => [name, this.#property(name, value, format)]),
    );
    const nodes = changed['host-nodes'] ?? changed['node-affinity'];
    if (nodes !== undefined) changed['host-nodes' in changed ? 'host-nodes' : 'node-affinity'] = [0];
    if (changed.prealloc === true && changed.size > PREALLOCATED) delete changed.prealloc;
    return changed;
  }

  #property(name, value, format) {
    if (name === 'filename' && typeof value === 'string') return this.#image(value, format);
    if (typeof value !== 'string' || !value.startsWith('/') || value.startsWith('/dev/fdset/')) return value;
    if (name === 'mem-path' || name === 'dir' || name === 'path') return this.#directory(value);
    return name === 'bus' || name === 'id' ? value : this.#image(value, format);
  }

  #text(option, value) {
    if (option === '-chardev' || option === '-netdev') return this.#chardev(value);
    if (option === '-fsdev') return value.replace(/(?<=,path=)[^,]+/, (path) => this.#directory(path));
    if (option === '-kernel') return this.#entry(value, (own) => writeFileSync(own, kernel()));
    if (option === '-drive') return value.replace(/(?<=file=)\/[^,]+/, (path) => this.#image(path, driveFormat(value)));
    const whole = option === '-vnc' || option === '-spice' || option === '-qmp' ? undefined : BLOBS.get(option);
    const make = (own) => (whole === undefined ? undefined : writeFileSync(own, Buffer.alloc(whole)));
    return value.replace(/(?<=^|[,=:])\/[^,]+/g, (path) => this.#entry(path, make));
  }

  #chardev(value) {
    const client = !/server=on/.test(value) && /^socket,/.test(value);
    if (client && /,host=/.test(value))
      return value.replace(/host=[^,]*,port=[^,]*/, `host=127.0.0.1,port=${this.#peerServer.address().port}`);
    const place = client ? (path) => this.#listening(path) : (path) => this.#entry(path, () => undefined);
    const opened = /^(serial|tty|pipe)/.test(value) ? (path) => this.#image(path, { driver: 'raw' }) : place;
    return value
      .replace(/(?<=[, ]path=)\/[^,]+/, opened)
      .replace(/(?<=,logfile=)\/[^,]+/, (path) => this.#entry(path, () => undefined));
  }

  /** A name of our own for a path, made once. */
  #entry(path, make) {
    const known = this.#paths.get(path);
    if (known !== undefined) return known;
    const own = join(this.#root, `${this.#paths.size}-${basename(path).slice(0, 20)}`);
    this.#paths.set(path, own);
    make(own);
    return own;
  }

  #directory(path) {
    return this.#entry(path, (own) => mkdirSync(own));
  }

  #keyFile() {
    return this.#entry('master-key', (own) => writeFileSync(own, this.#masterKey));
  }

  #image(path, { driver, flash, encrypted }) {
    return this.#entry(path, (own) => {
      const size = flash === true ? FLASH_MIB[this.#arch] : SIZES_MIB[driver];
      if (driver === 'raw') sparseFile(own, (size ?? 64) * MIB);
      else createImage(['-f', driver, ...this.#encryption(driver, encrypted), own, `${size ?? 64}M`]);
    });
  }

  #encryption(driver, encrypted) {
    if (encrypted !== true && driver !== 'luks') return [];
    const prefix = driver === 'luks' ? '' : 'encrypt.';
    const format = driver === 'luks' ? '' : 'encrypt.format=luks,';
    const secret = `secret,id=secret0,data=${this.#secret},format=base64`;
    return ['--object', secret, '-o', `${format}${prefix}key-secret=secret0,${prefix}iter-time=10`];
  }

  #listening(path) {
    return this.#entry(path, (own) => void this.#servers.push(createServer().listen(own)));
  }

  #peer(addr) {
    return { ...addr, path: this.#listening(addr.path) };
  }
}

/** Files that QEMU reads as they are, by option: their size. */
const BLOBS = new Map([
  ['-initrd', 4096],
  ['-bios', MIB],
  ['-acpitable', 512],
  ['-fw_cfg', 64],
]);

const driveFormat = (value) => ({ driver: /format=(\w+)/.exec(value)?.[1] ?? 'raw' });

/** What makes a file a Linux kernel for x86: its signature and a version that knows initial RAM disks. */
function kernel() {
  const image = Buffer.alloc(MIB);
  image.write('HdrS', 0x202);
  image.writeUInt16LE(0x20c, 0x206);
  image.writeUInt8(1, 0x211);
  image.writeUInt32LE(0x7fffffff, 0x22c);
  return image;
}

/** The largest floppy that a drive takes is smaller than any disk that we make. */
const SIZES_MIB = { floppy: 1 };

/** How long a key takes can't be measured while others are at work; then it is tried again. */
function createImage(options, tries = 5) {
  try {
    execFileSync('qemu-img', ['create', '-q', ...options], { stdio: 'pipe' });
  } catch (error) {
    if (tries <= 1) throw error;
    createImage(options, tries - 1);
  }
}

function sparseFile(path, size) {
  const file = openSync(path, 'w');
  ftruncateSync(file, size);
  closeSync(file);
}

/** For each node that reaches a file: the format that is laid over it. */
function formatsOf(argv) {
  const formats = new Map();
  for (const value of argv) {
    if (!value.startsWith('{')) continue;
    const { driver, file, encrypt, 'node-name': name } = JSON.parse(value);
    if (name?.includes('pflash')) formats.set(name, { driver: 'raw', flash: true });
    if (typeof file === 'string' && driver !== 'raw' && driver !== 'throttle' && driver !== 'copy-on-read')
      formats.set(file, { driver, flash: name?.includes('pflash'), encrypted: encrypt !== undefined });
  }
  return formats;
}
