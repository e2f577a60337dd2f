export { type Daemon, type DaemonSettings, startDaemon } from './start-daemon.js';
