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

/** The tokens that a searched text must have; empty when there is nothing to search. */
export function queryTokens(text: string): string[] {
  const tokens = new Set<string>();
  for (const word of normalize(text).split(' ').slice(0, 8)) {
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

function normalize(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
