export { parse, type Expression, type ExpressionScope } from './parse.ts';
export { ExpressionError, type Clock } from './guard.ts';
export { addFunction, allFunctions, createFunctions, type ExtraFunction, type Functions } from './functions.ts';
export { compilePattern, patternProblem } from './patterns.ts';
export type { FunctionDefinition } from './define-function.ts';
export type { ExpressionProblem } from './problems.ts';
export { reservedWords } from './reserved-words.ts';
export type { FeelType } from './types.ts';
