import { type DefinitionCheck, unsupported } from './check.js';

const MIN_VNC_PORT = 5900;
const MAX_PORT = 65535;

/** What QEMU can draw on, and how often. */
export const graphicsFit: DefinitionCheck = ({ devices }) => {
  const { graphics = [] } = devices ?? {};
  const headless = graphics.filter(({ type }) => type === 'egl-headless').length;
  const accelerated = graphics.filter(
    (one) => 'gl' in one && one.type !== 'egl-headless' && accelerates(one.gl),
  ).length;
  if (headless + accelerated > 1) unsupported('multiple OpenGL displays are not supported by QEMU');
  if (headless > 0 && graphics.length > headless && !graphics.some(({ type }) => type === 'vnc' || type === 'spice')) {
    unsupported("graphics type 'egl-headless' is only supported with one of: 'vnc', 'spice' graphics types");
  }
  for (const one of graphics) {
    if (one.type !== 'vnc' || one.port === undefined || one.autoport === true || one.port === -1) continue;
    if (one.port < MIN_VNC_PORT || one.port > MAX_PORT) {
      unsupported(`vnc port must be in range [${MIN_VNC_PORT},${MAX_PORT}]`);
    }
  }
};

function accelerates(gl: object | undefined): boolean {
  return gl !== undefined && 'enable' in gl && gl.enable === true;
}

/** A frame buffer in RAM sits on no bus. */
export const videoAddressesFit: DefinitionCheck = ({ devices }) => {
  for (const { model, address } of devices?.videos ?? []) {
    if (model?.type === 'ramfb' && address !== undefined) unsupported('address not supported for video type ramfb');
  }
};

/** Mediated devices that show something need a display, and one of them draws while the guest boots. */
export const mediatedDisplaysFit: DefinitionCheck = ({ devices }) => {
  const mediated = (devices?.hostdevs ?? []).filter((one) => one.type === 'mdev');
  if (mediated.some(({ display }) => display === true) && (devices?.graphics ?? []).length === 0) {
    unsupported("graphics device is needed for attribute value 'display=on' in <hostdev>");
  }
  if (mediated.filter(({ ramfb }) => ramfb === true).length > 1) {
    unsupported("Only one vgpu device can have 'ramfb' enabled");
  }
};
