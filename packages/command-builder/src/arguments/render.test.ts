import { expect, test } from 'vitest';
import { blockdev, device, flag, keyed, keyedPairs, netdev, plain } from './argument.js';
import { descriptorsOf, numberDescriptors } from './argv.js';
import { list } from './properties.js';
import { type JsonOptions, renderArgument } from './render.js';

const JSON_EVERYWHERE: JsonOptions = { device: true, netdev: true, object: true, blockdev: true, audiodev: true };
const KEYED: JsonOptions = { ...JSON_EVERYWHERE, device: false, netdev: false };

test.each([
  [flag('S'), ['-S']],
  [plain('uuid', 'c7a5'), ['-uuid', 'c7a5']],
  [keyed('smp', '4', { sockets: 2, dies: undefined, cores: 2 }), ['-smp', '4,sockets=2,cores=2']],
  [keyed('name', undefined, { guest: 'a,b', 'debug-threads': true }), ['-name', 'guest=a,,b,debug-threads=on']],
  [
    keyedPairs('numa', 'node', [
      ['nodeid', 0],
      ['cpus', '0-1'],
      ['cpus', '4'],
    ]),
    ['-numa', 'node,nodeid=0,cpus=0-1,cpus=4'],
  ],
  [device({ driver: 'qemu-xhci', p2: 4, id: 'usb' }), ['-device', '{"driver":"qemu-xhci","p2":4,"id":"usb"}']],
  [blockdev({ filename: 'a"b,c', 'read-only': false }), ['-blockdev', '{"filename":"a\\"b,c","read-only":false}']],
  [
    device({ driver: 'x', wwn: 0xffff_ffff_ffff_ffffn, l: list([1, 'b']) }),
    ['-device', '{"driver":"x","wwn":18446744073709551615,"l":[1,"b"]}'],
  ],
])('an argument of each kind is written as QEMU reads it (%#)', (argument, argv) => {
  expect(renderArgument(argument, JSON_EVERYWHERE)).toEqual(argv);
});

test('an older QEMU gets its devices as key=value', () => {
  const port = device({ driver: 'pcie-root-port', multifunction: true, addr: '0x1' });
  expect(renderArgument(port, KEYED)).toEqual(['-device', 'pcie-root-port,multifunction=on,addr=0x1']);
  const user = netdev({ type: 'user', id: 'hostnet0', guestfwd: list([{ str: 'tcp:10.0.0.1:80' }]) });
  expect(renderArgument(user, KEYED)).toEqual(['-netdev', 'user,id=hostnet0,guestfwd.0.str=tcp:10.0.0.1:80']);
});

test('a reference to a descriptor stays symbolic until it is numbered', () => {
  const tap = (queue: number) => ({ descriptor: `net0-${queue}`, open: { kind: 'tap', interface: 0, queue } }) as const;
  const argv = renderArgument(netdev({ type: 'tap', fds: [tap(0), ':', tap(1)], id: 'hostnet0' }), JSON_EVERYWHERE);
  expect(argv[1]).toEqual(['{"type":"tap","fds":"', tap(0), ':', tap(1), '","id":"hostnet0"}']);
  expect(descriptorsOf(argv)).toEqual([tap(0), tap(1)]);
  const numbers = ['net0-0', 'net0-1'];
  expect(numberDescriptors(argv, ({ descriptor }) => 7 + numbers.indexOf(descriptor))).toEqual([
    '-netdev',
    '{"type":"tap","fds":"7:8","id":"hostnet0"}',
  ]);
});
