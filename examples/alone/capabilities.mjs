import { hasFlag, interpretProbe, parseRecording } from '@virtkit/capabilities';
import { baselineCpu, compareCpu, formatCpu, parseCpu } from '@virtkit/capabilities/cpu';
import { probeCapabilities } from '@virtkit/capabilities/node';

// What can this emulator do? It is asked once; with a cacheDirectory, not again until it changes.
const capabilities = await probeCapabilities('/usr/bin/qemu-system-x86_64');
console.log(capabilities.arch, capabilities.version >= 6_002_000); // → x86_64 true
console.log(hasFlag(capabilities, 'virtio-net')); // → true
const tcg = capabilities.accelerators.at(-1);
console.log(tcg.name, tcg.machines[0].alias, tcg.machines[0].maxCpus); // → tcg pc 255

// An emulator that isn't installed here: a recording of what it said is enough.
const recording = parseRecording(`{"binary":"/opt/qemu/bin/qemu-system-s390x"}
{"execute":"query-version","reply":{"return":{"qemu":{"major":9,"minor":2,"micro":1},"package":""}}}
{"execute":"query-target","reply":{"return":{"arch":"s390x"}}}
{"execute":"qom-list-types","reply":{"return":[{"name":"virtio-blk-ccw"}]}}
`);
const elsewhere = interpretProbe(recording);
console.log(elsewhere.arch, elsewhere.version, elsewhere.flags.join()); // → s390x 9002001 virtio-ccw

// Which CPU can a guest have that is to run on both of these hosts?
const older = parseCpu('<cpu><arch>x86_64</arch><model>Nehalem</model><vendor>Intel</vendor></cpu>');
const newer = parseCpu('<cpu><arch>x86_64</arch><model>Haswell</model><vendor>Intel</vendor></cpu>');
console.log(compareCpu(newer, older), compareCpu(older, newer)); // → superset incompatible
const [, model] = formatCpu(baselineCpu([older, newer])).split('\n');
console.log(model.trim()); // → <model fallback='allow'>Nehalem</model>
