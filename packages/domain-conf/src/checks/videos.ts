import type { Check } from './check.js';

/** One video device shows the first screen. */
export const checkVideos: Check = ({ devices = {} }, tell) => {
  const primary = devices.videos?.flatMap(({ model }, index) => (model?.primary === true ? [index] : [])) ?? [];
  const [, second] = primary;
  if (second === undefined) return;
  tell('CONFIG_UNSUPPORTED', 'Only one primary video device is supported', `/devices/videos/${second}/model/primary`);
};
