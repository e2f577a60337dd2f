export { type StartQemuSettings, startQemu, type TestQemu } from './start-qemu.js';
