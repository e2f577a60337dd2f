import { device, netdev } from '../arguments/argument.js';
import { list } from '../arguments/properties.js';
import type { DeviceBuilder } from '../build/section.js';
import type { Channel } from '../definition/devices.js';
import { chardevArguments } from './chardev.js';
import { virtioSerialPortProperties } from './virtio-serial-port.js';

/** A channel between guest and host: a port of virtio-serial, or a port of the guest's own network. */
export const channelArguments: DeviceBuilder<Channel> = (channel, context) => {
  const id = channel.alias?.name;
  const chardev = `char${id ?? ''}`;
  const host = chardevArguments(channel, context);
  const { target } = channel;
  if (target?.type === 'guestfwd') {
    const str = `tcp:${target.address}:${target.port}-chardev:${chardev}`;
    return [...host, netdev({ type: 'user', guestfwd: list([{ str }]), id })];
  }
  return [
    ...host,
    device({
      driver: 'virtserialport',
      ...virtioSerialPortProperties(channel.address, context),
      chardev,
      id,
      name: target?.name ?? (channel.type === 'spicevmc' ? 'com.redhat.spice.0' : undefined),
    }),
  ];
};
