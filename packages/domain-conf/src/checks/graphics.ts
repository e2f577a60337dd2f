import type { Check } from './check.js';

/** Servers listen somewhere that exists. */
export const checkGraphics: Check = ({ devices = {} }, tell) => {
  devices.graphics?.forEach((graphics, index) => {
    if (!('listens' in graphics)) return;
    const path = `/devices/graphics/${index}`;
    graphics.listens?.forEach((listen, place) => {
      if (listen.type === 'network' && listen.network === undefined) {
        const message = "'network' attribute is required for listen type 'network'";
        tell('XML_ERROR', message, `${path}/listens/${place}`);
      }
    });
    const [first] = graphics.listens ?? [];
    if (first?.type !== 'address' || first.address === undefined || graphics.listen === undefined) return;
    if (first.address === graphics.listen) return;
    const found = `must match 'address' attribute of first listen element (found '${first.address}')`;
    tell('CONFIG_UNSUPPORTED', `graphics 'listen' attribute '${graphics.listen}' ${found}`, `${path}/listen`);
  });
};
