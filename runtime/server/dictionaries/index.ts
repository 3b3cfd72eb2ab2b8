/** Where the codes of a dictionary come from: a file, or records that people maintain. */
export { dictionaryNamed, type DictionarySource } from './dictionary-source.ts';
/** The version of a dictionary that is in force, or that was on a day. */
export { editionOf, type Edition } from './edition.ts';
/** Codes of a version by text, parent, day or code. */
export { codesOf, lookUp, type Code } from './look-up.ts';
/** Dictionaries and codes that fit a part of a code, name or its pinyin. */
export { searchDictionaries } from './search-dictionaries.ts';
/** What another system calls a code, and what it means by one; with the gaps on both sides. */
export { translateCodes } from './translate-codes.ts';
/** Which codes came, went and changed between two versions. */
export { changesOfEdition, differenceOf } from './difference.ts';
/** Complaints about codes that people may not choose (any more). */
export { checkCodes } from './check-codes.ts';
