import type { FormatRule } from './format-rule.js';

/** The first video device is the primary one; each has at least one head. */
export const completeVideos: FormatRule = ({ devices }) => {
  const videos = devices?.videos ?? [];
  for (const { model } of videos) {
    if (model === undefined) continue;
    if (model.primary === false) delete model.primary;
    if (model.type !== 'none') model.heads ??= 1;
  }
  const primary = videos.find(({ model }) => model?.primary === true);
  const first = primary?.model ?? videos[0]?.model;
  if (first !== undefined && first.type !== 'none') first.primary = true;
};
