import { expect, test } from 'vitest';
import { hasSchemaPath, indexSchema } from './schema-path.js';

const schema = indexSchema([
  { name: 'blockdev-add', 'meta-type': 'command', 'arg-type': 'options', 'ret-type': 'empty', features: ['stable'] },
  { name: 'SHUTDOWN', 'meta-type': 'event', 'arg-type': 'reason' },
  {
    name: 'options',
    'meta-type': 'object',
    tag: 'driver',
    members: [
      { name: 'driver', type: 'drivers' },
      { name: 'node-name', type: 'str', default: null, features: ['deprecated'] },
      { name: 'backing', type: 'reference' },
      { name: '+odd', type: 'str' },
    ],
    variants: [{ case: 'file', type: 'file' }],
  },
  { name: 'file', 'meta-type': 'object', members: [{ name: 'hosts', type: 'list' }], features: ['dynamic'] },
  { name: 'list', 'meta-type': 'array', 'element-type': 'host' },
  { name: 'host', 'meta-type': 'object', members: [{ name: 'port', type: 'int' }] },
  { name: 'reference', 'meta-type': 'alternate', members: [{ type: 'str' }, { type: 'host' }] },
  { name: 'drivers', 'meta-type': 'enum', members: [{ name: 'file', features: ['slow'] }, { name: 'nbd' }] },
  { name: 'empty', 'meta-type': 'object', members: [] },
  { name: 'reason', 'meta-type': 'object', members: [{ name: 'cause', type: 'old-enum' }] },
  { name: 'old-enum', 'meta-type': 'enum', values: ['a', 'b'] },
  { name: 'str', 'meta-type': 'builtin', 'json-type': 'string' },
  { name: 'int', 'meta-type': 'builtin', 'json-type': 'int' },
]);

test.each([
  'blockdev-add',
  'blockdev-add/$stable',
  'blockdev-add/arg-type/driver',
  'blockdev-add/arg-type/driver/^nbd',
  'blockdev-add/arg-type/driver/^file/$slow',
  'blockdev-add/arg-type/*node-name',
  'blockdev-add/arg-type/*node-name/!string',
  'blockdev-add/arg-type/node-name/$deprecated',
  'blockdev-add/arg-type/+file/hosts/port/!int',
  'blockdev-add/arg-type/+file/$dynamic',
  'blockdev-add/arg-type/backing/port',
  'blockdev-add/arg-type/backing/!string',
  'blockdev-add/arg-type/ +odd',
  'SHUTDOWN/arg-type/cause/^b',
])('%s exists', (path) => expect(hasSchemaPath(schema, path)).toBe(true));

test.each([
  'blockdev-del',
  'blockdev-add/$unstable',
  'blockdev-add/arg-type/*driver',
  'blockdev-add/arg-type/driver/^rbd',
  'blockdev-add/arg-type/driver/^nbd/$slow',
  'blockdev-add/arg-type/node-name/!int',
  'blockdev-add/arg-type/node-name/deeper',
  'blockdev-add/arg-type/+nbd',
  'blockdev-add/arg-type/+file/hosts/port/$deprecated',
  'blockdev-add/arg-type/backing/!int',
  'blockdev-add/ret-type/x',
  'SHUTDOWN/ret-type',
  'SHUTDOWN/arg-type/cause/^c',
])('%s does not', (path) => expect(hasSchemaPath(schema, path)).toBe(false));
