import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { MonitorListener } from '../index.js';

function startQemu(port: number) {
  const chardev = `socket,id=m,host=127.0.0.1,port=${port},server=off`;
  const args = ['-machine', 'none', '-nodefaults', '-display', 'none', '-S', '-chardev', chardev];
  return spawn('qemu-system-x86_64', [...args, '-mon', 'chardev=m,mode=control'], { stdio: 'ignore' });
}

test('QEMU connects to us', async () => {
  await using listener = await MonitorListener.listen({ host: '127.0.0.1', port: 0 });
  const emulators = [1, 2].map(() => startQemu(listener.port ?? 0));
  const names: string[] = [];
  for await (const client of listener) {
    names.push((await client.execute('query-status')).status);
    await client.execute('quit');
    if (names.length === 2) break;
  }
  expect(names).toEqual(['prelaunch', 'prelaunch']);
  await Promise.all(emulators.map((child) => child.exitCode ?? once(child, 'exit')));
});

test('waiting ends by time, by signal, and by closing', async () => {
  const listener = await MonitorListener.listen({ host: '127.0.0.1', port: 0 });
  await expect(listener.accept({ timeoutMs: 5 })).rejects.toMatchObject({ code: 'CONNECT_TIMEOUT' });
  await expect(listener.accept({ signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'ABORTED' });
  const accepted = listener.accept();
  await listener.close();
  await expect(accepted).rejects.toMatchObject({ code: 'CLOSED' });
  await expect(listener.accept()).rejects.toMatchObject({ code: 'CLOSED' });
});

test('an address that cannot be had is told', async () => {
  await expect(MonitorListener.listen({ path: '/nonexistent/socket' })).rejects.toMatchObject({
    code: 'LISTEN_FAILED',
  });
});
