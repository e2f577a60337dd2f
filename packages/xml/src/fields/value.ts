import type { Codec, JsonSchema } from '../codecs/codec.js';
import type { ScaledCodec } from '../codecs/scaled.js';
import type { Problem } from '../problem.js';
import type { ReadState } from '../read-state.js';
import type { FieldOptions } from './field.js';

export const isScaled = (codec: Codec<unknown>): codec is ScaledCodec => 'parseScaled' in codec;

/** Where a text stands. */
interface TextPlace {
  /** The attribute that holds it. */
  readonly holder?: string;
  /** The element that holds it, if it has been read to its end. */
  readonly closedElement?: string;
  readonly offset: number;
  readonly options: FieldOptions;
  /** The unit that stands beside it. */
  readonly unit?: string | undefined;
}

/** Tells that a text stands for no value of the codec's. */
export function tellInvalid(
  state: ReadState,
  codec: Codec<unknown>,
  text: string,
  { holder, closedElement, offset, options, unit }: TextPlace,
): void {
  const { words, expected } = codec;
  const element = `element '${closedElement ?? state.reader.element}'`;
  const name = holder === undefined ? element : `attribute '${holder}' in ${element}`;
  const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text;
  const fault = isScaled(codec) ? codec.faultOf(shown, unit) : codec.invalid?.(shown);
  const own = options.invalid?.(shown) ?? fault;
  const said = own ?? {
    code: 'XML_ERROR',
    message: `Invalid value for ${name}: '${shown}'.${expected === undefined ? '' : ` ${expected}`}`,
  };
  const remedy = words !== undefined ? `Allowed: ${words.join(', ')}` : own === undefined ? undefined : expected;
  const problem = remedy === undefined ? said : { ...said, remedy };
  state.problem(offset, problem, closedElement);
}

/** Tells if a value made elsewhere is none of the codec's. */
export function checkValue(codec: Codec<unknown>, value: unknown, path: string, problems: Problem[]): void {
  if (codec.accepts(value)) return;
  const { words, expected, type } = codec;
  problems.push({
    code: 'XML_ERROR',
    message: `Invalid value: ${JSON.stringify(value)}.`,
    path,
    remedy:
      words !== undefined
        ? `Allowed: ${type === 'boolean' ? 'true, false' : words.join(', ')}`
        : (expected ?? `Expected ${type}`),
  });
}

/** The schema of a field, with what it is about. */
export function describedSchema(schema: JsonSchema, { about }: FieldOptions): JsonSchema {
  return about === undefined ? schema : { ...schema, description: about };
}
