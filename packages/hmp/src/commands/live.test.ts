import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ISO, startDomain } from '../testing/start-domain.js';
import * as commands from './index.js';

const PROTOCOLS = ['HMP', 'QMP'] as const;

test.each(PROTOCOLS)('over %s: every query is understood', async (protocol) => {
  await using domain = await startDomain(protocol);
  const { run } = domain;
  const { infoBlock, infoQomTree, infoRegisters } = commands;
  for (const command of [
    ...[commands.infoStatus(), commands.infoVersion(), commands.infoName(), commands.infoUuid(), commands.infoKvm()],
    ...[commands.infoCpus(), infoRegisters(), infoRegisters({ all: true }), commands.infoPci(), infoBlock()],
    ...[infoBlock({ verbose: true }), infoBlock({ named: true, verbose: true }), infoBlock({ device: 'd0' })],
    ...[commands.infoBlockstats(), commands.infoSnapshots(), commands.infoBalloon(), commands.infoMigrate()],
    ...[commands.infoChardev(), commands.infoMice(), commands.infoVnc(), commands.infoNetwork(), commands.infoUsb()],
    ...[commands.infoQtree(), commands.infoMtree(), commands.infoMtreeFlat(), infoQomTree(), infoQomTree('/objects')],
    ...[commands.infoRoms(), commands.infoIrq(), commands.infoJit(), commands.infoIothreads()],
    ...[commands.infoMemoryDevices(), commands.infoTpm()],
  ]) {
    await expect(run<unknown>(command)).resolves.not.toThrow();
  }
});

test.each(PROTOCOLS)('over %s: the domain runs, stops and resets', async (protocol) => {
  await using domain = await startDomain(protocol);
  const { run } = domain;
  await run(commands.cont());
  expect((await run(commands.infoStatus())).status).toBe('running');
  await run(commands.systemReset());
  await run(commands.systemPowerdown());
  await run(commands.sendkey(['ctrl', 'alt', 'delete'], 10));
  await run(commands.balloon(16));
  await run(commands.stop());
  expect((await run(commands.infoStatus())).status).toBe('paused');
  expect(await domain.fails(commands.sendkey(['nokey']))).toMatch(/invalid parameter: nokey/);
  expect(await domain.fails(commands.balloon(-1))).toMatch(/enter a positive value/);
});

test.each(PROTOCOLS)('over %s: a property is set and read', async (protocol) => {
  await using domain = await startDomain(protocol);
  const { run, fails } = domain;
  await run(commands.deviceAdd('usb-ehci', { id: 'usb0' }));
  expect(JSON.parse(await run(commands.qomGet('/machine/peripheral/usb0', 'type')))).toBe('usb-ehci');
  await run(commands.qomSet('/machine', 'kernel', '/a b'));
  expect(JSON.parse(await run(commands.qomGet('/machine', 'kernel')))).toBe('/a b');
  expect(await fails(commands.qomGet('/machine', 'nothing'))).toMatch(/nothing' not found/);
});

test.each(PROTOCOLS)('over %s: devices, drives, networks and character devices come and go', async (protocol) => {
  await using domain = await startDomain(protocol);
  const { run, fails, qemu } = domain;
  await run(commands.chardevAdd('null', { id: 'c1' }));
  await run(commands.chardevChange('c1', 'file', { path: join(qemu.directory, 'a, b') }));
  expect((await run(commands.infoChardev())).map(({ label }) => label)).toContain('c1');
  expect(existsSync(join(qemu.directory, 'a, b'))).toBe(true);
  await run(commands.chardevSendBreak('c1'));
  await run(commands.chardevRemove('c1'));
  expect(await fails(commands.chardevRemove('c1'))).toMatch(/Chardev 'c1' not found/);
  await run(commands.netdevAdd('user', { id: 'n1', restrict: true }));
  expect(await fails(commands.netdevAdd('user', { id: 'n1' }))).toMatch(/netdev_add/);
  await run(commands.netdevDel('n1'));
  expect(await fails(commands.netdevDel('n1'))).toMatch(/'n1' not found/);
  await run(
    commands.driveAdd({
      if: 'none',
      id: 'd1',
      file: 'disk.qcow2',
      format: 'qcow2',
      readonly: true,
      'file.locking': 'off',
    }),
  );
  expect(await fails(commands.driveAdd({ if: 'none', id: 'd1', file: '/nosuch' }))).toMatch(/Duplicate ID 'd1'/);
  await run(commands.driveDel('d1'));
  expect(await fails(commands.driveDel('d1'))).toMatch(/'d1' not found/);
  await run(commands.deviceAdd('virtio-rng-pci', { id: 'rng0' }));
  expect((await run(commands.infoPci())).map(({ id }) => id)).toContain('rng0');
  expect(await fails(commands.deviceAdd('virtio-rng-pci', { id: 'rng0' }))).toMatch(/Duplicate device ID 'rng0'/);
  expect(await fails(commands.deviceAdd('virtio-rng-pci', { id: 'no id' }))).toMatch(/device_add/);
  await run(commands.deviceDel('rng0'));
  expect(await fails(commands.deviceDel('nosuch'))).toMatch(/Device 'nosuch' not found/);
  await run(commands.setLink('net0', false));
  expect(await fails(commands.setLink('nosuch', true))).toMatch(/Device 'nosuch' not found/);
});

test.each(PROTOCOLS)('over %s: media, images and snapshots change', async (protocol) => {
  await using domain = await startDomain(protocol);
  const { run, fails, qemu } = domain;
  const filename = join(qemu.directory, ISO);
  await run(commands.change({ device: 'cd0', filename, format: 'raw', readOnlyMode: 'read-only' }));
  expect(await run(commands.infoBlock({ device: 'cd0' }))).toMatchObject([
    { medium: { file: filename, isReadOnly: true } },
  ]);
  await run(commands.change({ device: 'cd0', filename, force: true }));
  await run(commands.eject('cd0', { force: true }));
  expect((await run(commands.infoBlock({ device: 'cd0' })))[0]?.medium).toBeUndefined();
  expect(await fails(commands.eject('d0'))).toMatch(/Device 'd0' is not removable/);
  expect(await fails(commands.change({ device: 'cd0', filename: '/no such' }))).toMatch(/Could not open '\/no such'/);
  await run(commands.blockResize('d0', 32 * 1024 ** 2));
  const [d0] = await run(commands.infoBlock({ device: 'd0', verbose: true }));
  expect(d0?.medium?.images?.[0]?.virtualSizeBytes).toBe(32 * 1024 ** 2);
  expect(await fails(commands.blockResize('nosuch', 512))).toMatch(/Cannot find device='nosuch'/);
  await run(commands.savevm('one "two"'));
  expect(await run(commands.infoSnapshots())).toMatchObject([{ tag: 'one "two"' }]);
  await run(commands.loadvm('one "two"'));
  expect(await fails(commands.loadvm('nosuch'))).toMatch(/Snapshot 'nosuch' does not exist/);
  await run(commands.delvm('one "two"'));
  expect(await run(commands.infoSnapshots())).toEqual([]);
  expect(await fails(commands.commit('nosuch'))).toMatch(/Device 'nosuch' not found/);
  await run(commands.commit('all'));
  await run(commands.screendump({ filename: join(qemu.directory, 'screen shot.png'), format: 'png' }));
  expect(existsSync(join(qemu.directory, 'screen shot.png'))).toBe(true);
  expect(await fails(commands.screendump({ filename: '/nosuch/a.ppm' }))).toMatch(/failed to open file/);
});

test.each(PROTOCOLS)('over %s: ports are forwarded and memory is read', async (protocol) => {
  await using domain = await startDomain(protocol);
  const { run, fails } = domain;
  const forward = { netdev: 'n0', protocol: 'udp', hostAddress: '127.0.0.1', hostPort: 45999 } as const;
  await run(commands.hostfwdAdd({ ...forward, guestPort: 53 }));
  await run(commands.hostfwdRemove(forward));
  expect(await fails(commands.hostfwdRemove(forward))).toMatch(/not found/);
  expect(await fails(commands.hostfwdAdd({ ...forward, netdev: 'n9', guestPort: 53 }))).toMatch(
    /unrecognized netdev id/,
  );
  expect(await run(commands.xp({ address: 0xffff_fff0n, unitBytes: 1 }))).toEqual([0xean]);
  expect(await run(commands.x({ address: 0xffff0n, count: 20, unitBytes: 8 }))).toHaveLength(20);
  expect(await fails(commands.xp({ address: 0xffff_ffff_ffff_fff0n }))).toMatch(/Cannot access memory/);
});

test.each(PROTOCOLS)('over %s: a migration completes, or its failure is an error', async (protocol) => {
  await using domain = await startDomain(protocol);
  const { run, fails } = domain;
  await run(commands.migrateSetParameter('max-bandwidth', '1G'));
  await run(commands.migrateSetCapability('xbzrle', true));
  expect(await fails(commands.migrateSetParameter('nosuch', 1))).toMatch(/nosuch/);
  expect(await fails(commands.migrateSetCapability('nosuch', false))).toMatch(/nosuch/);
  expect(await fails(commands.migrateIncoming('tcp:127.0.0.1:1'))).toMatch(/incoming/);
  expect(await fails(commands.migrateContinue('pre-switchover'))).toMatch(/Migration not in expected state/);
  expect(await fails(commands.migrateRecover('tcp:127.0.0.1:1'))).toMatch(/postcopy/);
  expect(await fails(commands.migratePause())).toMatch(/migrate-pause/);
  expect(await fails(commands.migrateStartPostcopy())).toMatch(/postcopy/);
  expect(await fails(commands.migrate({ uri: 'nosuch:x' }))).toMatch(/migration protocol/);
  if (protocol === 'HMP')
    expect(await fails(commands.migrate({ uri: 'tcp:127.0.0.1:1' }))).toMatch(/Connection refused/);
  await run(commands.migrateCancel());
  expect(await run(commands.migrate({ uri: 'exec:cat > /dev/null' }))).toBe(
    protocol === 'HMP' ? 'completed' : 'detached',
  );
  while ((await run(commands.infoMigrate())).status !== 'completed') await sleep(20);
  expect(await fails(commands.migrate({ uri: 'exec:cat', detach: true }))).toMatch(/previous migration/);
});

test.each(PROTOCOLS)('over %s: quit ends it', async (protocol) => {
  await using domain = await startDomain(protocol);
  if (protocol === 'HMP') await domain.run(commands.quit());
  else domain.run(commands.quit()).catch(() => undefined);
  while (domain.qemu.child.exitCode === null) await sleep(20);
  expect(domain.qemu.child.exitCode).toBe(0);
});
