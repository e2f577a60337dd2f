import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BackingStore, Disk } from '@virtkit/domain-conf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withBackingChains } from './backing-chain.js';

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'virtkit-images-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const image = (...words: readonly string[]): void => {
  execFileSync('qemu-img', ['create', '-q', ...words], { cwd: directory });
};

async function chainOf(file: string, backingStore?: BackingStore): Promise<unknown> {
  const disk: Disk = {
    type: 'file',
    driver: { type: 'qcow2' },
    source: { file: join(directory, file) },
    ...(backingStore && { backingStore }),
  };
  const { devices } = await withBackingChains({ type: 'qemu', devices: { disks: [disk] } });
  return devices?.disks?.[0]?.backingStore;
}

test('the images below one are found by what it says of them', async () => {
  image('-f', 'raw', 'base.raw', '1M');
  image('-f', 'qcow2', '-b', 'base.raw', '-F', 'raw', 'middle.qcow2');
  image('-f', 'qcow2', '-b', join(directory, 'middle.qcow2'), '-F', 'qcow2', 'top.qcow2');
  expect(await chainOf('top.qcow2')).toEqual({
    type: 'file',
    format: { type: 'qcow2' },
    source: { file: join(directory, 'middle.qcow2') },
    backingStore: {
      type: 'file',
      format: { type: 'raw' },
      source: { file: join(directory, 'base.raw') },
      backingStore: {},
    },
  });
});

test('a chain that the definition tells is left as it is', async () => {
  expect(await chainOf('top.qcow2', {})).toEqual({});
});

test('an old image without a version of its own has a chain, too', async () => {
  image('-f', 'qcow2', '-o', 'compat=0.10', '-b', 'base.raw', '-F', 'raw', 'old.qcow2');
  expect(await chainOf('old.qcow2')).toMatchObject({
    source: { file: join(directory, 'base.raw') },
  });
});

test('an image that is not there is told by name', async () => {
  const file = join(directory, 'none.qcow2');
  await expect(chainOf('none.qcow2')).rejects.toMatchObject({
    code: 'SYSTEM_ERROR',
    message: expect.stringContaining(`Cannot access storage file '${file}': No such file or directory`),
  });
});
