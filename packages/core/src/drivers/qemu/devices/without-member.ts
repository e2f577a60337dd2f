/** A copy of an object without the member of that name. */
export function withoutMember(value: object, name: string): object {
  return Object.fromEntries(Object.entries(value).filter(([member]) => member !== name));
}
