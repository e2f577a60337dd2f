import { connect } from '@virtkit/core';

const connection = await connect('test:///default');
console.log(await connection.getType()); // → TEST

const events = await connection.lifecycleEvents();
const domain = await connection.domainLookupByName('test');
console.log((await domain.getState()).state); // → running

await domain.suspend();
const { value } = await events.next();
console.log(value.domain.name, value.event, value.detail); // → test suspended paused

const error = await connection.domainLookupByName('web').catch((reason) => reason);
console.log(error.code, error.message); // → NO_DOMAIN Domain not found: no domain with matching name 'web'

await connection.close();
