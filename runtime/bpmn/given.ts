/** An object with the property, or without it when there is no value: `{ ...given('name', name) }`. */
export function given<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  const present: { [P in K]?: V } = {};
  if (value !== undefined) present[key] = value;
  return present;
}
