import { pinyin } from 'pinyin-pro';

const maxText = 400;

/** What the search column keeps of some texts: single characters and bigrams, also of the pinyin and its initials. */
export function searchTokens(texts: readonly unknown[]): string[] {
  const tokens = new Set<string>();
  for (const text of texts) {
    if (typeof text !== 'string' || text === '') continue;
    const normal = normalize(text).slice(0, maxText);
    addGrams(tokens, normal);
    if (/\p{Script=Han}/u.test(normal)) {
      const syllables = pinyin(normal, { toneType: 'none', type: 'array', nonZh: 'removed' });
      addGrams(tokens, syllables.join(''));
      addGrams(tokens, syllables.map((s) => s[0] ?? '').join(''));
    }
  }
  return [...tokens];
}

/** The words of a searched text, all of which must be found. */
export function queryWords(text: string): string[] {
  return normalize(text).split(' ').filter((word) => word !== '').slice(0, 8);
}

/** The tokens that a searched text must have; empty when there is nothing to search. */
export function queryTokens(text: string): string[] {
  const tokens = new Set<string>();
  for (const word of queryWords(text)) {
    const characters = [...word];
    if (characters.length === 1) tokens.add(word);
    else for (let i = 0; i + 1 < characters.length; i++) tokens.add(characters[i]! + characters[i + 1]!);
  }
  tokens.delete('');
  return [...tokens];
}

function addGrams(tokens: Set<string>, text: string): void {
  for (const word of text.split(' ')) {
    const characters = [...word];
    characters.forEach((c, i) => {
      tokens.add(c);
      if (i + 1 < characters.length) tokens.add(c + characters[i + 1]!);
    });
  }
}

/** A text as it is compared: one width, small letters, words parted by one blank. */
export function normalize(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
