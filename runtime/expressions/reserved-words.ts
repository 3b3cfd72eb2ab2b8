/** Words of the grammar that cannot name a field or variable. */
export const reservedWords: readonly string[] = [
  'for', 'in', 'return', 'if', 'then', 'else', 'some', 'every', 'satisfies', 'or', 'and', 'between', 'instance', 'function', 'external', 'null', 'true', 'false',
];
