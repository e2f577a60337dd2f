import { applyFormatRules, diffDomains, formatDomain, parseDomain, validateDomain } from '@virtkit/domain-conf';

const { definition, positions } = parseDomain(`<domain type='kvm'>
  <name>web</name>
  <memory unit='GiB'>2</memory>
  <os><type arch='x86_64' machine='q35'>hvm</type></os>
  <devices>
    <disk device='cdrom'>
      <source file='/srv/install.iso'/>
      <target dev='sda' bus='sata'/>
    </disk>
  </devices>
</domain>`);

// What the document says, as plain JSON, typed. It fills nothing in.
console.log(definition.memoryKiB, definition.currentMemoryKiB); // → 2097152 undefined
console.log(JSON.stringify(definition.devices?.disks?.[0]?.target)); // → {"dev":"sda","bus":"sata"}
console.log(positions.of('/devices/disks/0/target')?.line); // → 8

// What the format implies is a step of its own.
const complete = applyFormatRules(definition);
console.log(complete.currentMemoryKiB, complete.devices?.disks?.[0]?.readonly); // → 2097152 true
console.log(formatDomain(complete).split('\n')[3]); // →   <currentMemory unit='KiB'>2097152</currentMemory>

// Two definitions compared: what changed, and whether a running domain can take it.
const changed = { ...complete, title: 'Front end', memoryKiB: 4194304 };
const [memory, title] = diffDomains(complete, changed);
console.log(memory?.path, memory?.summary, memory?.live); // → /memoryKiB changed from 2097152 to 4194304 false
console.log(title?.path, title?.summary, title?.command); // → /title added: 'Front end' desc --title

// A definition made in code is checked against the same declarations.
console.log(validateDomain({ type: 'kvm', os: { type: 'hvm', boots: [{ dev: 'disk' }] } })[0]?.remedy); // → Allowed: fd, cdrom, hd, network
