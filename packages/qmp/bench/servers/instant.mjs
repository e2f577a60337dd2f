// A QMP server in a process of its own that answers every command at once: node instant.mjs SOCKET
import net from 'node:net';

const version = { qemu: { major: 7, minor: 2, micro: 0 }, package: 'instant' };
const server = net.createServer((socket) => {
  let rest = '';
  socket.setEncoding('utf8').on('error', () => {});
  socket.write(`${JSON.stringify({ QMP: { version, capabilities: [] } })}\r\n`);
  socket.on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    socket.write(lines.map((line) => `{"return": {}, "id": ${/"id":\s?(\d+)/.exec(line)?.[1]}}\r\n`).join(''));
  });
});
server.listen(process.argv[2], () => process.send?.('listening'));
process.on('disconnect', () => process.exit());
