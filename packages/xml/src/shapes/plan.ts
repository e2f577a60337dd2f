import type { Invalid } from '../codecs/codec.js';
import type { BoundField, Fields, Group } from '../fields/field.js';
import { WordMap } from '../word-map.js';
import { KnownTags } from './tags.js';

type Placed<P extends BoundField['place']> = Extract<BoundField, { place: P }>;

/** When a field is written; undefined for always. */
type When = 'active' | 'secure' | undefined;

/** A field that is a child, or an enclosing element. */
export type PlannedChild =
  | { readonly as: 'child'; readonly field: Placed<'child'>; readonly when: When }
  | { readonly as: 'group'; readonly group: string; readonly plan: Plan; readonly when?: undefined };

/** What a child's name leads to: one of these, or several fields that its attributes tell apart. */
export type ReadableChild = PlannedChild | { readonly as: 'choice'; readonly fields: readonly Placed<'child'>[] };

/** What a key's value becomes in the document; `place` counts in the order of writing: attributes first, then children. */
export type Written =
  | { readonly as: 'attribute'; readonly place: number; readonly when: When; readonly field: Placed<'attribute'> }
  | { readonly as: 'text'; readonly place: number; readonly when: When; readonly field: Placed<'text'> }
  | (PlannedChild & { readonly place: number });

/** A field, and what to say if a value lacks it. */
export interface PlannedField {
  readonly key: string;
  readonly field: BoundField;
  readonly required: boolean;
  readonly missing: Invalid | undefined;
  readonly when: When;
}

/** Fields sorted by where they stand in the document. */
export interface Plan {
  /** By name; null for one that another field reads. */
  readonly attributes: WordMap<Placed<'attribute'> | null>;
  readonly children: WordMap<ReadableChild>;
  readonly text: Placed<'text'> | undefined;
  /** Whether the text is all that the element has. */
  readonly isText: boolean;
  /** Whether the element is written with two tags even when it is empty. */
  readonly paired: boolean;
  /** By key; the keys of a group have the group's place. */
  readonly written: ReadonlyMap<string, Written>;
  readonly tags: KnownTags;
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

/** Sorts fields; `paired` elements have two tags even when they are empty. */
export function planOf(fields: Fields, paired = false): Plan {
  const entries = Object.entries(fields).map(([key, field]) => ({
    key,
    field: field.bind(key),
    required: field.required,
    missing: field.options.missing,
    when: field.options.when,
    groups: field.groups,
  }));
  return planEntries(entries, paired);
}

function planEntries(entries: readonly Entry[], paired: boolean): Plan {
  const attributes = new Map<string, Placed<'attribute'> | null>();
  const children = new Map<string, ReadableChild>();
  const writtenAttributes: { field: Placed<'attribute'> | Placed<'text'>; when: When }[] = [];
  const writtenChildren: PlannedChild[] = [];
  let text: Placed<'text'> | undefined;
  const addChild = (names: readonly string[], planned: PlannedChild): void => {
    writtenChildren.push(planned);
    for (const name of names) children.set(name, besides(children.get(name), planned));
  };
  const grouped = new Set<Group>();
  for (const { field, when, groups } of entries) {
    const [group] = groups;
    if (group !== undefined) {
      if (grouped.has(group)) continue;
      grouped.add(group);
      const inner = entries.filter((entry) => entry.groups[0] === group);
      const plan = planEntries(
        inner.map((entry) => ({ ...entry, groups: entry.groups.slice(1) })),
        false,
      );
      addChild([group.name], { as: 'group', group: group.name, plan });
    } else if (field.place === 'child') addChild(field.names ?? [field.name], { as: 'child', field, when });
    else {
      if (field.unitName !== undefined) attributes.set(field.unitName, null);
      if (field.place === 'attribute') attributes.set(field.name, field);
      else text = field;
      writtenAttributes.push({ field, when });
    }
  }
  const own = entries.map(({ key, field, required, missing, when }) => ({ key, field, required, missing, when }));
  const declaring = writtenChildren.flatMap((planned) =>
    planned.as === 'child' && planned.field.declaration !== undefined ? planned.field : [],
  );
  return {
    paired,
    isText: text !== undefined && own.length === 1,
    attributes: new WordMap(attributes),
    children: new WordMap(children),
    text,
    written: writtenOf(writtenAttributes, writtenChildren),
    tags: new KnownTags(),
    declaring,
    fields: own,
    required: own.filter(({ required }) => required),
  };
}

/** What a name leads to, now that another field has it, too. */
function besides(known: ReadableChild | undefined, planned: PlannedChild): ReadableChild {
  if (planned.as === 'group') return known ?? planned;
  if (known?.as === 'choice') return { as: 'choice', fields: [...known.fields, planned.field] };
  return known ?? (planned.field.where === undefined ? planned : { as: 'choice', fields: [planned.field] });
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
    if (planned.as === 'child') {
      const { as, when, field } = planned;
      written.set(field.key, { as, place, when, field });
      continue;
    }
    const { as, group, plan } = planned;
    for (const { field } of plan.fields) written.set(field.key, { as, place, when: undefined, group, plan });
  }
  return written;
}
