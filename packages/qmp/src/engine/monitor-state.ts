/**
 * Where a connection is. `unresponsive`: commands wait, and the server has sent nothing for the time set; it becomes
 * `ready` again with the next byte. `closed` is the end.
 */
export type MonitorState = 'connecting' | 'negotiating' | 'ready' | 'unresponsive' | 'closed';
