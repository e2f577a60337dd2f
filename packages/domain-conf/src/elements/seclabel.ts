import { attribute, child, element, oneOf, string, yesNo } from '@virtkit/xml';

/** How a security driver labels the domain. */
export const seclabel = element(
  'seclabel',
  {
    type: attribute(oneOf('dynamic', 'static', 'none')),
    model: attribute(string),
    relabel: attribute(yesNo),
    label: child(string),
    imagelabel: child(string, { when: 'active' }),
    baselabel: child(string),
  },
  { about: 'How a security driver labels the domain.' },
);

/** How a security driver labels one device's source. */
export const deviceSeclabel = element(
  'seclabel',
  { model: attribute(string), relabel: attribute(yesNo), labelskip: attribute(yesNo), label: child(string) },
  { about: "How a security driver labels this device's source." },
);
