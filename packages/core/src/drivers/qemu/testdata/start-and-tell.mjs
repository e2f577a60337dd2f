// Starts a transient domain, and prints a line as soon as it has begun to.
import { connect } from '@virtkit/core';

const [uri, xml] = process.argv.slice(2);
const connection = await connect(uri);
const starting = connection.domainCreateXML(xml);
console.log('starting');
await starting;
setInterval(() => {}, 1000);
