// Starts a transient domain, and prints a line as soon as it has begun to, and another when it has.
import { connect, qemuDriver } from '@virtkit/core';

const [uri, xml, settings = '{}'] = process.argv.slice(2);
const connection = await connect(uri, { drivers: [qemuDriver(JSON.parse(settings))] });
const starting = connection.domainCreateXML(xml);
console.log('starting');
await starting;
console.log('started');
setInterval(() => {}, 1000);
