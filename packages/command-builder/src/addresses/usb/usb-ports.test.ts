import { expect, test } from 'vitest';
import { hubsNeeded, UsbPorts } from './usb-ports.js';

test("a hub's own ports come before those of a hub behind it", () => {
  const ports = new UsbPorts();
  ports.addBus(0, 2);
  expect(ports.reserveNext('hub')).toEqual({ bus: 0, port: '1' });
  expect(ports.reserveNext('hub')).toEqual({ bus: 0, port: '2' });
  expect(ports.reserveNext('hub')).toEqual({ bus: 0, port: '1.1' });
  expect(ports.reserveNext('device')).toEqual({ bus: 0, port: '1.2' });
  expect(ports.freePorts).toBe(6 + 8 + 8);
});

test('an address needs its hub, its port and its bus', () => {
  const ports = new UsbPorts();
  ports.addBus(0, 2);
  ports.reserve({ bus: 0, port: '1' }, 'device');
  expect(() => ports.reserve({ bus: 0, port: '1' }, 'device')).toThrow('Duplicate USB address bus 0 port 1');
  expect(() => ports.reserve({ bus: 0, port: '1.2' }, 'device')).toThrow(
    'there is no hub at port 1 in USB address bus: 0 port: 1.2',
  );
  expect(() => ports.reserve({ bus: 0, port: '3' }, 'device')).toThrow('requested USB port 3 not present on USB bus 0');
  expect(() => ports.reserve({ bus: 1, port: '1' }, 'device')).toThrow('USB bus 1 requested but no controller');
});

test.each([
  [2, 2, 0],
  [3, 2, 1],
  [16, 2, 3],
])('%i devices on %i free ports take %i hubs', (devices, free, hubs) => {
  expect(hubsNeeded(devices, free)).toBe(hubs);
});
