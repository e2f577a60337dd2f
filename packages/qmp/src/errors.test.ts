import { describe, expect, test } from 'vitest';
import { QmpCommandError, QmpError } from './index.js';

describe('QmpError', () => {
  test('is recognised across copies of the package, and by code', () => {
    const foreign = Object.assign(new Error('x'), { [Symbol.for('virtkit.QmpError')]: true, code: 'CLOSED' });
    expect(QmpError.isInstance(foreign, 'CLOSED')).toBe(true);
    expect(QmpError.isInstance(foreign, 'ABORTED')).toBe(false);
    expect(QmpError.isInstance(new Error('x'))).toBe(false);
    expect(QmpError.isInstance(undefined)).toBe(false);
  });

  test('says whether to try again, as the table of codes does', () => {
    expect(new QmpError('MONITOR_BUSY', 'x').isRetryable).toBe(true);
    expect(new QmpError('PROTOCOL_ERROR', 'x').isRetryable).toBe(false);
  });

  test('keeps its cause, and is told by JSON', () => {
    const error = new QmpError('CONNECT_FAILED', 'refused', { cause: 'ECONNREFUSED' });
    expect(error.cause).toBe('ECONNREFUSED');
    expect(JSON.parse(JSON.stringify(error))).toEqual({ name: 'QmpError', code: 'CONNECT_FAILED', message: 'refused' });
  });
});

describe('QmpCommandError', () => {
  const error = new QmpCommandError('device_del', 'DeviceNotFound', "Device 'x' not found");

  test('is a QmpError with the server’s class and words', () => {
    expect(QmpError.isInstance(error, 'COMMAND_FAILED')).toBe(true);
    expect(QmpCommandError.isInstance(error, 'DeviceNotFound')).toBe(true);
    expect(QmpCommandError.isInstance(error, 'GenericError')).toBe(false);
    expect(QmpCommandError.isInstance(new QmpError('CLOSED', 'x'))).toBe(false);
    expect(error.message).toBe("device_del: Device 'x' not found");
  });

  test('is told by JSON', () => {
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({
      name: 'QmpCommandError',
      command: 'device_del',
      errorClass: 'DeviceNotFound',
      description: "Device 'x' not found",
    });
  });
});
