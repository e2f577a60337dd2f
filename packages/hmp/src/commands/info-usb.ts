import { type Command, query } from '../command.js';
import { replyLines } from '../parse/reply-lines.js';
import { matchReply } from '../parse/unexpected-reply.js';

/** One USB device. */
export interface UsbDevice {
  readonly bus: number;
  readonly address: number;
  /** Such as `2.1`, behind a hub; old QEMUs don't print it. */
  readonly port?: string;
  readonly speedMbps: number;
  readonly product: string;
  /** The device's alias. */
  readonly id?: string;
}

const FORM =
  /^ *Device (?<bus>\d+)\.(?<address>\d+),(?: Port (?<port>[\d.]*),)? Speed (?<speed>[\d.]+) Mb\/s, Product (?<product>.*?)(?:, ID: (?<id>.*))?$/;

function parseUsbDevice(line: string): UsbDevice {
  const { bus, address, port, speed, product = '', id } = matchReply('info usb', FORM, line);
  return {
    bus: Number(bus),
    address: Number(address),
    ...(port === undefined ? {} : { port }),
    speedMbps: Number(speed),
    product,
    ...(id === undefined ? {} : { id }),
  };
}

/** Reads what `info usb` prints. */
export const parseUsbDevices = (reply: string): UsbDevice[] => replyLines(reply).map(parseUsbDevice);

/** The domain's USB devices; fails if it has no USB controller. */
export const infoUsb = (): Command<UsbDevice[]> => query('info usb', parseUsbDevices);
