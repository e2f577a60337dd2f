import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { QmpClient, QmpCommandError } from '@virtkit/qmp';

const qemu = spawn('qemu-system-x86_64', [
  '-machine',
  'none',
  '-display',
  'none',
  '-nodefaults',
  '-S',
  '-qmp',
  'stdio',
]);
const client = await QmpClient.connect({ child: qemu });
console.log(client.state, client.version.major >= 6); // → ready true

const { status, running } = await client.execute('query-status');
console.log(status, running); // → prelaunch false

const error = await client.execute('device_del', { id: 'disk0' }).catch((thrown) => thrown);
console.log(QmpCommandError.isInstance(error, 'DeviceNotFound'), error.message); // → true device_del: Device 'disk0' not found

console.log(await client.supports('blockdev-add', 'arguments.driver=qcow2')); // → true

const resumed = client.waitForEvent('RESUME'); // listens from here on: the event cannot slip by
await client.execute('cont');
console.log((await resumed).event); // → RESUME

await client.execute('object-add', { 'qom-type': 'iothread', id: 'io', 'poll-max-ns': 9007199254740993n });
console.log(await client.execute('qom-get', { path: '/objects/io', property: 'poll-max-ns' })); // → 9007199254740993n

await client.execute('quit');
await once(qemu, 'exit');
console.log((await client.closed).code); // → DISCONNECTED
