// The conformance data as scripts read them that look at all definitions by themselves.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadCapabilities } from './capabilities.mjs';

const KINDS = ['storagePools', 'networks', 'networkPorts'];

/** Every file below a directory, by its path there. */
function filesBelow(directory, path = '') {
  if (!existsSync(directory)) return {};
  const entries = readdirSync(join(directory, path), { withFileTypes: true });
  return Object.assign(
    {},
    ...entries.map((entry) => {
      const name = `${path}/${entry.name}`;
      return entry.isDirectory()
        ? filesBelow(directory, name)
        : { [name]: readFileSync(join(directory, name), 'utf8') };
    }),
  );
}

function documentsIn(directory) {
  return Object.fromEntries(
    Object.entries(filesBelow(directory)).map(([path, text]) => [path.slice(1).replace(/\.xml$/, ''), text]),
  );
}

/** The cases of a data set and the host that they are for. @param {string} directory */
export function readDataSet(directory) {
  const index = JSON.parse(readFileSync(join(directory, 'index.json'), 'utf8'));
  const host = {
    ...JSON.parse(readFileSync(join(directory, 'host/host.json'), 'utf8')),
    files: filesBelow(join(directory, 'host/fs')),
    ...Object.fromEntries(KINDS.map((kind) => [kind, documentsIn(join(directory, 'host', kind))])),
  };
  const read = (name) => readFileSync(join(directory, name), 'utf8');
  return { cases: Array.isArray(index) ? index : index.cases, host, read };
}

/** The capabilities of a case's emulator; each recording is interpreted once. @param {string} directory */
export function recordedCapabilities(directory) {
  const known = new Map();
  return ({ capsFile, arch, params }) => {
    const flags = { add: params.capsAdd ?? [], remove: params.capsDel ?? [] };
    const binary = params.binary ?? `/usr/bin/qemu-system-${arch}`;
    const hvf = params.capsVariant === '+hvf';
    const key = JSON.stringify([capsFile, flags, binary, hvf]);
    if (!known.has(key)) {
      const recording = JSON.parse(gunzipSync(readFileSync(join(directory, capsFile))).toString());
      known.set(key, loadCapabilities({ recording, flags, binary, hvf }));
    }
    return known.get(key);
  };
}
