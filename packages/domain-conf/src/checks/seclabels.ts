import type { Check } from './check.js';

/** Each security driver labels the domain once. */
export const checkSeclabels: Check = ({ seclabels = [], devices = {} }, tell) => {
  const seen = new Set<string>();
  seclabels.forEach(({ model }, index) => {
    if (model === undefined) return;
    if (seen.has(model))
      tell('XML_DETAIL', `seclabel for model ${model} is already provided`, `/seclabels/${index}/model`);
    seen.add(model);
  });
  seclabels.forEach(({ type, relabel, label }, index) => {
    const path = `/seclabels/${index}`;
    if (type === 'none' && relabel === true) {
      const message = "resource relabeling is not compatible with 'none' label type";
      tell('CONFIG_UNSUPPORTED', message, `${path}/relabel`);
    }
    if (type === 'dynamic' && relabel === false) {
      tell('CONFIG_UNSUPPORTED', 'dynamic label type must use resource relabeling', `${path}/relabel`);
    }
    if (type === 'static' && label === undefined) tell('XML_ERROR', 'security label is missing', path);
  });
  const nameless = seclabels.findIndex(({ model }) => model === undefined);
  if (seclabels.length > 1 && nameless !== -1) {
    tell('XML_ERROR', 'missing security model when using multiple labels', `/seclabels/${nameless}`);
  }
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
