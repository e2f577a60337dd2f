export { type FakeHandler, FakeMonitor, type FakeMonitorSettings, NO_REPLY } from './fake-monitor.js';
export { recordStream } from './record-stream.js';
export { formatRecordedLine, parseRecording, type RecordedLine } from './recording.js';
export { type ReplayOptions, ReplayStream } from './replay-stream.js';
export { type StartQemuSettings, startQemu, type TestQemu } from './start-qemu.js';
export { streamPair } from './stream-pair.js';
