import { spawn } from 'node:child_process';
import { HmpClient, HmpError } from '@virtkit/hmp';
import { deviceAdd, driveDel, infoBlock, infoPci, infoStatus, quit } from '@virtkit/hmp/commands';
import { parseSnapshots } from '@virtkit/hmp/parse';

const drive = ['-drive', 'if=none,id=drive0,file=null-co://,format=raw'];
const child = spawn('qemu-system-x86_64', ['-S', '-display', 'none', '-nodefaults', ...drive, '-monitor', 'stdio']);
const client = await HmpClient.connect({ child });

// Bare text, and the same as a value. Commands may overlap; the monitor runs them in order.
const [text, status] = await Promise.all([client.humanMonitorCommand('info status'), client.execute(infoStatus())]);
console.log(text.trimEnd()); // → VM status: paused (prelaunch)
console.log(status.status, status.isRunning); // → prelaunch false

await client.execute(deviceAdd('virtio-blk-pci', { id: 'disk0', drive: 'drive0' }));
const disk = (await client.execute(infoPci())).find(({ id }) => id === 'disk0');
console.log(disk?.description, disk?.vendorId.toString(16)); // → SCSI controller 1af4
const [device] = await client.execute(infoBlock({ device: 'drive0' }));
console.log(device?.medium?.file, device?.attachedTo); // → null-co:// /machine/peripheral/disk0/virtio-backend

// HMP has no marker of failure, but the command knows its replies.
const error = await client.execute(driveDel('drive9')).catch((reason) => reason);
console.log(HmpError.isInstance(error, 'COMMAND_FAILED'), error.message); // → true 'drive_del drive9': Device 'drive9' not found

await client.execute(quit());

// The parsers need neither a monitor nor Node.
console.log(parseSnapshots('There is no snapshot available.\r\n')); // → []
