import type { Invalid } from '../codecs/codec.js';
import type { BoundField, Fields, Group } from '../fields/field.js';

type Placed<P extends BoundField['place']> = Extract<BoundField, { place: P }>;

/** When a field is written; undefined for always. */
type When = 'active' | 'secure' | undefined;

/** A field that is a child, or an enclosing element. */
export type PlannedChild =
  | { readonly field: Placed<'child'>; readonly when: When }
  | { readonly group: string; readonly plan: Plan };

/** What a key's value becomes in the document; `place` counts in the order of writing: attributes first, then children. */
export type Written =
  | { readonly as: 'attribute'; readonly place: number; readonly when: When; readonly field: Placed<'attribute'> }
  | { readonly as: 'text'; readonly place: number; readonly when: When; readonly field: Placed<'text'> }
  | { readonly as: 'child'; readonly place: number; readonly when: When; readonly field: Placed<'child'> }
  | { readonly as: 'group'; readonly place: number; readonly when: When; readonly group: string; readonly plan: Plan };

/** A field, and what to say if a value lacks it. */
export interface PlannedField {
  readonly field: BoundField;
  readonly required: boolean;
  readonly missing: Invalid | undefined;
  readonly when: When;
}

/** Fields sorted by where they stand in the document. */
export interface Plan {
  readonly attributes: ReadonlyMap<string, Placed<'attribute'> | undefined>;
  readonly children: ReadonlyMap<string, readonly PlannedChild[]>;
  readonly text: Placed<'text'> | undefined;
  /** Whether the text is all that the element has. */
  readonly isText: boolean;
  /** Whether the element is written with two tags even when it is empty. */
  readonly paired?: boolean;
  /** By key; the keys of a group have the group's place. */
  readonly written: ReadonlyMap<string, Written>;
  /** The fields that need a namespace declaration. */
  readonly declaring: readonly Placed<'child'>[];
  /** All fields, those of groups included. */
  readonly fields: readonly PlannedField[];
  /** Those of them that every value has. */
  readonly required: readonly PlannedField[];
}

interface Entry extends PlannedField {
  readonly groups: readonly Group[];
}

/** Sorts fields. */
export function planOf(fields: Fields): Plan {
  const entries = Object.entries(fields).map(([key, field]) => ({
    field: field.bind(key),
    required: field.required,
    missing: field.options.missing,
    when: field.options.when,
    groups: field.groups,
  }));
  return planEntries(entries);
}

function planEntries(entries: readonly Entry[]): Plan {
  const attributes = new Map<string, Placed<'attribute'> | undefined>();
  const children = new Map<string, PlannedChild[]>();
  const writtenAttributes: { field: Placed<'attribute'> | Placed<'text'>; when: When }[] = [];
  const writtenChildren: PlannedChild[] = [];
  let text: Placed<'text'> | undefined;
  const addChild = (names: readonly string[], planned: PlannedChild): void => {
    writtenChildren.push(planned);
    for (const name of names) children.set(name, [...(children.get(name) ?? []), planned]);
  };
  const grouped = new Set<Group>();
  for (const { field, when, groups } of entries) {
    const [group] = groups;
    if (group !== undefined) {
      if (grouped.has(group)) continue;
      grouped.add(group);
      const inner = entries.filter((entry) => entry.groups[0] === group);
      const plan = planEntries(inner.map((entry) => ({ ...entry, groups: entry.groups.slice(1) })));
      addChild([group.name], { group: group.name, plan });
    } else if (field.place === 'child') addChild(field.names ?? [field.name], { field, when });
    else {
      if (field.unitName !== undefined) attributes.set(field.unitName, undefined);
      if (field.place === 'attribute') attributes.set(field.name, field);
      else text = field;
      writtenAttributes.push({ field, when });
    }
  }
  const own = entries.map(({ field, required, missing, when }) => ({ field, required, missing, when }));
  const declaring = writtenChildren.flatMap((planned) =>
    'field' in planned && planned.field.declaration !== undefined ? planned.field : [],
  );
  return {
    isText: text !== undefined && own.length === 1,
    attributes,
    children,
    text,
    written: writtenOf(writtenAttributes, writtenChildren),
    declaring,
    fields: own,
    required: own.filter(({ required }) => required),
  };
}

function writtenOf(
  attributes: readonly { field: Placed<'attribute'> | Placed<'text'>; when: When }[],
  children: readonly PlannedChild[],
): Map<string, Written> {
  const written = new Map<string, Written>();
  for (const [place, { field, when }] of attributes.entries()) {
    written.set(
      field.key,
      field.place === 'text' ? { as: 'text', place, when, field } : { as: 'attribute', place, when, field },
    );
  }
  for (const [index, planned] of children.entries()) {
    const place = attributes.length + index;
    if ('field' in planned) written.set(planned.field.key, { as: 'child', place, ...planned });
    else
      for (const { field } of planned.plan.fields)
        written.set(field.key, { as: 'group', place, when: undefined, ...planned });
  }
  return written;
}
