import type { Check } from './check.js';

/** Each security driver labels the domain once. */
export const checkSeclabels: Check = ({ seclabels = [], devices = {} }, tell) => {
  const seen = new Set<string>();
  seclabels.forEach(({ model, type }, index) => {
    if (model === undefined) {
      const needsModel = seclabels.length > 1 && type !== 'none';
      if (needsModel) tell('XML_ERROR', 'missing security model when using multiple labels', `/seclabels/${index}`);
      return;
    }
    if (seen.has(model))
      tell('XML_DETAIL', `seclabel for model ${model} is already provided`, `/seclabels/${index}/model`);
    seen.add(model);
  });
  devices.disks?.forEach(({ source }, index) => {
    const labels = source?.seclabels ?? [];
    const models = new Set(labels.map(({ model }) => model));
    if (models.size === labels.length) return;
    tell(
      'XML_DETAIL',
      `seclabel for model ${labels[0]?.model} is already provided`,
      `/devices/disks/${index}/source/seclabels`,
    );
  });
};
