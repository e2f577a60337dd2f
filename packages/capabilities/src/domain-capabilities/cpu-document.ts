import {
  attribute,
  child,
  children,
  element,
  type Field,
  type Infer,
  oneOf,
  required,
  string,
  text,
  uint,
  yesNo,
} from '@virtkit/xml';
import { enumeration } from './enumeration.js';

const feature = element('feature', { name: attribute(string, required) });

const blockers = element('blockers', {
  model: attribute(string, required),
  features: children(feature),
});

/** Blockers are written after their model. */
function unwritten<T>(field: Field<T, false>): Field<T, false> {
  return {
    ...field,
    bind(key) {
      const bound = field.bind(key);
      return bound.place === 'child' ? { ...bound, write: () => '' } : bound;
    },
  };
}

const model = element('model', {
  usable: attribute(oneOf('yes', 'no', 'unknown'), required),
  deprecated: attribute(yesNo),
  vendor: attribute(string),
  canonical: attribute(string),
  name: text(string, required),
  blockers: unwritten(children(string, { about: 'Features that the host lacks.' })),
});

/** libvirt writes what keeps a model from being used right after the model, beside it. */
const models = children(model);
const modelsThenBlockers: typeof models = {
  ...models,
  bind(key) {
    const bound = models.bind(key);
    if (bound.place !== 'child') return bound;
    return {
      ...bound,
      write: (list, indent, options) =>
        Array.isArray(list)
          ? list.map((one) => model.write(one, 'model', indent, options) + writeBlockers(one, indent)).join('')
          : '',
    };
  },
};

function writeBlockers(one: CustomModel, indent: string): string {
  if (!one.blockers?.length) return '';
  const features = one.blockers.map((name) => ({ name }));
  return blockers.write({ model: one.name, features }, 'blockers', indent, {});
}

const supported = attribute(yesNo, required);

const hostModel = element('mode', {
  name: attribute(oneOf('host-model'), required),
  supported,
  model: child(element('model', { fallback: attribute(oneOf('allow', 'forbid')), name: text(string, required) })),
  vendor: child(string),
  maxphysaddr: child(
    element('maxphysaddr', { mode: attribute(oneOf('passthrough', 'emulate'), required), limit: attribute(uint) }),
  ),
  features: children(
    element('feature', {
      policy: attribute(oneOf('require', 'disable'), required),
      name: attribute(string, required),
    }),
  ),
});

const mode = (name: string) => ({ name: 'mode', where: ['name', name] }) as const;

/** `<cpu>` of the domain capabilities. */
export const cpuModes = element('cpu', {
  hostPassthrough: child(
    element('mode', {
      name: attribute(oneOf('host-passthrough'), required),
      supported,
      hostPassthroughMigratable: enumeration('hostPassthroughMigratable'),
    }),
    mode('host-passthrough'),
  ),
  maximum: child(
    element('mode', {
      name: attribute(oneOf('maximum'), required),
      supported,
      maximumMigratable: enumeration('maximumMigratable'),
    }),
    mode('maximum'),
  ),
  hostModel: child(hostModel, mode('host-model')),
  custom: child(
    element('mode', {
      name: attribute(oneOf('custom'), required),
      supported,
      models: modelsThenBlockers,
      blockersByModel: unwritten(children(blockers, { name: 'blockers' })),
    }),
    mode('custom'),
  ),
});

/** A named model that a domain may ask for. */
export type CustomModel = Infer<typeof model>;

/** `<mode name='host-model'>` as a value. */
export type HostModelMode = Infer<typeof hostModel>;
