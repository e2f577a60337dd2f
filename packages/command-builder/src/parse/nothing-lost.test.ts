import { validateDomain } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ParsedCommandLine, parseCommandLine } from './parse-command-line.js';

/** Options and values of many kinds, as people and libvirt write them. */
const ARGUMENTS: readonly (readonly string[])[] = `
-name guest=web,debug-threads=on,process=p
-machine q35,smm=on,vmport=off,hpet=off,memory-backend=ram,kernel_irqchip=split
-accel kvm,dirty-ring-size=4096
-cpu host,+vmx,migratable=off,hv-relaxed=on,hv-spinlocks=0x1fff,kvmclock=off,l3-cache=on,host-phys-bits=on
-m size=1G,slots=4,maxmem=8G
-object memory-backend-memfd,id=ram,size=1G,share=on,host-nodes=0-1,policy=bind,prealloc=on
-smp 4,maxcpus=8,sockets=2,cores=2,threads=2
-numa node,nodeid=0,cpus=0-3,mem=512M
-uuid 1ccfd97d-5eb4-478a-bbe6-88d254c16db7
-rtc base=localtime,clock=vm,driftfix=slew
-boot order=cd,menu=on,splash-time=3000,reboot-timeout=5
-global ICH9-LPC.disable_s3=1
-overcommit mem-lock=on
-object iothread,id=iothread1,poll-max-ns=7
-object rng-random,id=r0,filename=/dev/hwrng
-device virtio-rng-pci,rng=r0,max-bytes=10,period=500,bus=pcie.0,addr=0x7.0x1,multifunction=on
-device pcie-root-port,id=pci.1,port=8,chassis=1,bus=pcie.0,addr=0x1
-device {"driver":"virtio-scsi-pci","id":"scsi0","num_queues":4,"bus":"pci.1","addr":"0x0"}
-blockdev {"driver":"file","filename":"/a.qcow2","node-name":"s","aio":"native","cache":{"direct":true,"no-flush":false}}
-blockdev {"driver":"qcow2","file":"s","node-name":"f","read-only":true,"discard":"unmap","backing":"b"}
-blockdev {"driver":"nbd","server":{"type":"inet","host":"h","port":"10809"},"export":"e","node-name":"b","read-only":true}
-device scsi-hd,drive=f,bus=scsi0.0,channel=0,scsi-id=1,lun=2,bootindex=1,serial=abc,wwn=5764963215255855,werror=stop,rerror=report
-drive file=/b.raw,if=virtio,format=raw,cache=none,aio=threads,readonly=on,index=3
-cdrom /c.iso
-netdev tap,id=n0,ifname=tap0,script=/etc/up,vhost=on,queues=2
-device virtio-net-pci,netdev=n0,mac=52:54:00:00:00:01,mq=on,vectors=6,rx_queue_size=512,romfile=/rom
-nic user,model=e1000,mac=52:54:00:00:00:02
-chardev socket,id=c0,path=/s,server=on,wait=off,logfile=/l,logappend=on
-device isa-serial,chardev=c0,index=1
-chardev udp,id=c1,host=h,port=1,localaddr=l,localport=2
-device pci-serial,chardev=c1
-serial tcp:1.2.3.4:5,server=on,wait=off
-device virtio-serial-pci,id=virtio-serial0,max_ports=4
-chardev spiceport,id=c2,name=org.port
-device virtserialport,chardev=c2,nr=3,bus=virtio-serial0.0,name=ch
-device usb-tablet,bus=usb-bus.0,port=2
-usb
-vnc 127.0.0.1:1,share=force-shared,websocket=5701,audiodev=audio2
-spice port=5930,addr=127.0.0.1,disable-ticketing=on,image-compression=off,agent-mouse=off,tls-channel=main
-audiodev {"id":"audio1","driver":"pa","server":"s","in":{"mixing-engine":false,"frequency":44100}}
-audiodev none,id=audio2
-device AC97,audiodev=audio2
-device qxl-vga,ram_size=67108864,vram_size=67108864,vgamem_mb=16,max_outputs=2
-fsdev local,id=fs0,path=/share,security_model=none,readonly=on
-device virtio-9p-pci,fsdev=fs0,mount_tag=t
-tpmdev passthrough,id=t0,path=/dev/tpm1
-device tpm-crb,tpmdev=t0
-device i6300esb
-watchdog-action poweroff
-device vfio-pci,host=0000:01:02.3,rombar=0
-device usb-host,vendorid=0x1,productid=0x2
-object memory-backend-ram,id=memd,size=256M
-device pc-dimm,memdev=memd,slot=1,node=0
-device ivshmem-doorbell,chardev=c3,vectors=2
-chardev socket,id=c3,path=/var/lib/shmem-x-sock
-device virtio-balloon-pci,deflate-on-oom=on
-kernel /k
-append a=b
-smbios type=1,serial=42,family=f
-fw_cfg name=opt/x,string=y
-sandbox on
-qmp stdio
-no-hpet
-unknown value,with=commas
`
  .trim()
  .split('\n')
  .map((line) => {
    const [option = '', ...rest] = line.split(' ');
    return rest.length === 0 ? [option] : [option, rest.join(' ')];
  });

const read = (argument: readonly (readonly string[])[]) => parseCommandLine(['qemu-system-x86_64', ...argument.flat()]);

/** Everything that a reader hears, as text. */
const told = ({ definition, assumptions }: ParsedCommandLine) => JSON.stringify([definition, assumptions]);

test('what is left over is in qemu:commandline, in the order of the command line', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...ARGUMENTS]), (chosen) => {
      const { definition, leftOver } = read(chosen);
      const words = leftOver.flatMap((one) => one.words);
      expect(definition.qemu?.commandline?.args ?? []).toEqual(words.map((value) => ({ value })));
      const options = chosen.map(([option]) => option);
      let at = -1;
      for (const { words: kept } of leftOver) {
        at = options.indexOf(kept[0], at + 1);
        expect(at).toBeGreaterThanOrEqual(0);
      }
      expect(validateDomain(definition)).toEqual([]);
    }),
    { numRuns: 120 },
  );
});

test('a parameter that nobody knows is kept, wherever it stands', () => {
  const withValue = ARGUMENTS.flatMap(([option, value], index) =>
    value?.includes('=') === true && !['-append', '-serial', '-global'].includes(option ?? '') ? [index] : [],
  );
  fc.assert(
    fc.property(fc.constantFrom(...withValue), fc.boolean(), (index, alone) => {
      const [option = '', value = ''] = ARGUMENTS[index] ?? [];
      const changed = [option, value.startsWith('{') ? value.replace(/}$/, ',"x-new":"tok"}') : `${value},x-new=tok`];
      const around = alone ? [changed] : ARGUMENTS.map((one, at) => (at === index ? changed : one));
      const { qemu } = read(around).definition;
      expect(JSON.stringify(qemu)).toContain('x-new');
      expect(JSON.stringify(qemu)).toContain('tok');
    }),
    { numRuns: 120 },
  );
});

/** What a definition says without any word of its own, or completion finds out by itself. */
const SILENT = [
  /^-(?:sandbox|no-hpet)/,
  /\bid=/,
  /"id":/,
  /"node-name":/,
  /debug-threads=on/,
  /\bwait=off/,
  /-device .*(?:mq=on|vectors=6)/,
  /-machine .*hpet=off/,
  // As it would be without a word.
  /^(?:sockets=2|cores=2|nodeid=0|bus=(?:pcie|virtio-serial0|usb-bus)\.0|"addr":"0x0")$/,
];

const isSilent = (argument: readonly string[], removed: string) =>
  SILENT.some((pattern) => pattern.test(removed) || pattern.test(`${argument[0] ?? ''} ${removed}`));

test('every argument says something', () => {
  const whole = told(read(ARGUMENTS));
  const silent = ARGUMENTS.filter((argument, index) => {
    const without = ARGUMENTS.filter((_, at) => at !== index);
    return !isSilent(argument, argument.join(' ')) && told(read(without)) === whole;
  });
  expect(silent).toEqual([]);
});

test('every parameter says something', () => {
  const whole = told(read(ARGUMENTS));
  const silent = ARGUMENTS.flatMap((argument, index) =>
    shortened(argument).flatMap(({ removed, rest }) => {
      const changed = ARGUMENTS.map((one, at) => (at === index ? rest : one));
      return !isSilent(argument, removed) && told(read(changed)) === whole ? [`${argument.join(' ')}: ${removed}`] : [];
    }),
  );
  expect(silent).toEqual([]);
});

/** The argument without one of its parameters, each in turn. */
function shortened([option = '', value = '']: readonly string[]): { removed: string; rest: string[] }[] {
  if (value.startsWith('{')) {
    const members: Record<string, unknown> = JSON.parse(value);
    return Object.keys(members).map((name) => {
      const { [name]: gone, ...rest } = members;
      return { removed: `"${name}":${JSON.stringify(gone)}`, rest: [option, JSON.stringify(rest)] };
    });
  }
  const parts = value.split(',');
  return parts.slice(1).map((removed, at) => ({ removed, rest: [option, parts.toSpliced(at + 1, 1).join(',')] }));
}

test('no command line makes it fail but one without an emulator', () => {
  const junk = fc.string({
    unit: fc.constantFrom(...'-,={}[]":.0a/'.split(''), 'on', 'id', 'drive', 'device', 'constructor', '__proto__'),
    maxLength: 12,
  });
  const word = fc.oneof(junk, fc.constantFrom('-constructor', '-device', 'toString', ...ARGUMENTS.flat()));
  fc.assert(
    fc.property(fc.array(word, { maxLength: 20 }), (words) => {
      try {
        const { definition, leftOver } = parseCommandLine(['qemu', ...words]);
        expect(definition.devices?.emulator).toBe('qemu');
        for (const { reason } of leftOver) expect(reason).not.toBe('');
      } catch (error) {
        expect(VirtError.isInstance(error)).toBe(true);
      }
    }),
    { numRuns: 800 },
  );
});

test('no text makes it fail but one without an emulator, or with a quote that is not closed', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...`'"\\ \n-=qa`.split('')) }), (text) => {
      try {
        parseCommandLine(text);
      } catch (error) {
        expect(VirtError.isInstance(error, 'INVALID_ARG')).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
});
