import { expect, test } from 'vitest';
import * as commands from './index.js';

test.each([
  [commands.infoBlock({ device: 'd 0', named: true }), 'info block -n "d 0"'],
  [commands.infoQomTree('/machine'), 'info qom-tree /machine'],
  [
    commands.deviceAdd('virtio-blk-pci', { id: 'vd0', drive: 'a,b c' }),
    'device_add "virtio-blk-pci,id=vd0,drive=a,,b c"',
  ],
  [commands.deviceDel('-f'), 'device_del "-f"'],
  [
    commands.driveAdd({ if: 'none', id: 'd0', file: '/a.raw', readonly: true }),
    'drive_add dummy if=none,id=d0,file=/a.raw,readonly=on',
  ],
  [commands.change({ device: 'cd0', filename: '/a b.iso' }), 'change cd0 "/a b.iso"'],
  [
    commands.change({ device: 'cd0', filename: 'a', format: 'raw', readOnlyMode: 'read-only', force: true }),
    'change cd0 -f a raw read-only',
  ],
  [commands.eject('cd0', { force: true }), 'eject -f cd0'],
  [commands.savevm(), 'savevm'],
  [commands.savevm('say "hi"'), 'savevm "say \\"hi\\""'],
  [commands.migrate({ uri: 'exec:cat > /a', detach: true, resume: true }), 'migrate -d -r "exec:cat > /a"'],
  [commands.balloon(-1), 'balloon -1'],
  [commands.sendkey(['ctrl', 'alt', 'f1'], 50), 'sendkey ctrl-alt-f1 50'],
  [commands.dumpGuestMemory('/a b'), 'dump-guest-memory "/a b"'],
  [commands.screendump({ filename: 'a.png', format: 'png', device: 'v0', head: 1 }), 'screendump a.png -f png v0 1'],
  [commands.blockResize('d0', 1048576), 'block_resize d0 1048576B'],
  [commands.hostfwdAdd({ protocol: 'tcp', hostPort: 2222, guestPort: 22 }), 'hostfwd_add tcp::2222-:22'],
  [
    commands.hostfwdAdd({
      netdev: 'n0',
      protocol: 'udp',
      hostAddress: '::1',
      hostPort: 1,
      guestAddress: '10.0.2.15',
      guestPort: 2,
    }),
    'hostfwd_add n0 udp:::1:1-10.0.2.15:2',
  ],
  [commands.hostfwdRemove({ netdev: 'n0', protocol: 'udp', hostPort: 1 }), 'hostfwd_remove n0 udp::1'],
  [commands.setLink('net0', false), 'set_link net0 off'],
  [
    commands.qomSet('/machine/peripheral/b0', 'guest-stats-polling-interval', 2),
    'qom-set /machine/peripheral/b0 guest-stats-polling-interval 2',
  ],
  [commands.x({ address: 0x7c00n }), 'x/1wx 0x7c00'],
])('%#: its line is right', ({ line }, expected) => {
  expect(line).toBe(expected);
});

test('an action succeeds in silence, with its own words, or with warnings', () => {
  expect(() => commands.stop().parse('')).not.toThrow();
  expect(() => commands.driveAdd({}).parse('OK\r\n')).not.toThrow();
  expect(() => commands.deviceAdd('x', {}).parse('qemu-system-x86_64: warning: deprecated\r\n')).not.toThrow();
  for (const reply of ['OK\r\n', 'warning: old\r\nno such thing\r\n', 'stop|s: extraneous characters\r\n']) {
    expect(() => commands.stop().parse(reply)).toThrow(expect.objectContaining({ code: 'COMMAND_FAILED', reply }));
  }
});
