import type { Check } from './check.js';

const isTime = (text: string | undefined): boolean =>
  text === undefined || /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(text);

/** Servers listen somewhere that exists. */
export const checkGraphics: Check = ({ devices = {} }, tell) => {
  devices.graphics?.forEach((graphics, index) => {
    const path = `/devices/graphics/${index}`;
    if ('passwdValidTo' in graphics && graphics.passwd !== undefined && !isTime(graphics.passwdValidTo)) {
      const message = `cannot parse password validity time '${graphics.passwdValidTo}', expect YYYY-MM-DDTHH:MM:SS`;
      tell('INTERNAL_ERROR', message, `${path}/passwdValidTo`);
    }
    if (!('listens' in graphics)) return;
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
