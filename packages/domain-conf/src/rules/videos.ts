import type { FormatRule } from './format-rule.js';

/** The primary video device is the first one, and the first one primary; each has at least one head. */
export const completeVideos: FormatRule = ({ devices }) => {
  const videos = devices?.videos ?? [];
  for (const { model } of videos) {
    if (model === undefined) continue;
    if (model.primary === false) delete model.primary;
    if (model.type !== 'none') model.heads ??= 1;
  }
  const primary = videos.findIndex(({ model }) => model?.primary === true);
  if (primary > 0) videos.unshift(...videos.splice(primary, 1));
  const first = videos[0]?.model;
  if (first !== undefined && first.type !== 'none') first.primary = true;
};
