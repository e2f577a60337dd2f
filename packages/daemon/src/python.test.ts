import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { qemuDriver } from '@virtkit/core';
import { expect, test } from 'vitest';
import { startDaemon } from './start-daemon.js';
import { echoGuest } from './testing/echo-guest.js';
import { temporaryDirectory } from './testing/temporary-directory.js';

const run = promisify(execFile);

test('a program of python3-libvirt lives with a domain', async () => {
  await using directory = await temporaryDirectory();
  const socket = join(directory.path, 'socket');
  const drivers = [qemuDriver({ root: join(directory.path, 'root') })];
  const daemon = await startDaemon({ socket, drivers, uri: 'qemu:///session' });
  try {
    const xmlPath = join(directory.path, 'web.xml');
    await writeFile(xmlPath, await echoGuest('web', '11111111-2222-4333-8444-555555555555', directory.path));
    const program = join(import.meta.dirname, 'testing/client.py');
    // The distribution's own Python has the module.
    const { stdout } = await run('/usr/bin/python3', [program, `qemu+unix:///session?socket=${socket}`, xmlPath]);
    expect(stdout.split('\n')).toEqual([
      `QEMU qemu+unix:///session?socket=${socket} 1 1`,
      "['web'] 0",
      'web 1 1 32768',
      'HELLO',
      "[('web', 0), ('web', 4), ('web', 2), ('web', 3), ('web', 4), ('web', 6), ('web', 5), ('web', 1)]",
      '42',
      '[]',
      '',
    ]);
  } finally {
    await daemon.close();
  }
});
