import { action, type Command } from '../command.js';

/** Presses the power button; the guest may shut down, or not. */
export const systemPowerdown = (): Command<void> => action('system_powerdown');
