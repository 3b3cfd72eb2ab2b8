const points = 72 / 25.4;

/** Millimetres in the points of a PDF. */
export function mm(length: number): number {
  return length * points;
}

/** A round red seal: the name around, a star in the middle, a word below. */
export function stampSvg(name: string, below: string, font: string): string {
  const letters = [...name].slice(0, 24);
  // The arc grows with the name, up to five sixths of the round.
  const arc = Math.min(300, 26 * letters.length);
  const step = letters.length > 1 ? arc / (letters.length - 1) : 0;
  const size = letters.length > 14 ? 10 : letters.length > 10 ? 12 : 14;
  const around = letters.map((letter, i) => {
    const angle = -arc / 2 + i * step;
    return `<g transform="rotate(${angle.toFixed(2)} 60 60)"><text x="60" y="21" font-size="${size}" font-family="${font}" fill="#c8102e" text-anchor="middle">${escapeXml(letter)}</text></g>`;
  }).join('');
  const star = Array.from({ length: 10 }, (_, i) => {
    const radius = i % 2 === 0 ? 15 : 5.7;
    const angle = (Math.PI / 5) * i - Math.PI / 2;
    return `${(60 + radius * Math.cos(angle)).toFixed(2)},${(60 + radius * Math.sin(angle)).toFixed(2)}`;
  }).join(' ');
  const word = below === '' ? '' : `<text x="60" y="97" font-size="11" font-family="${font}" fill="#c8102e" text-anchor="middle">${escapeXml([...below].slice(0, 10).join(''))}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120"><circle cx="60" cy="60" r="57" fill="none" stroke="#c8102e" stroke-width="3"/><polygon points="${star}" fill="#c8102e"/>${around}${word}</svg>`;
}

/** An empty frame where a picture is missing. */
export function frameSvg(width: number, height: number, text: string, font: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><rect x="0.3" y="0.3" width="${width - 0.6}" height="${height - 0.6}" fill="#f7f7f7" stroke="#999999" stroke-width="0.3"/><text x="${width / 2}" y="${height / 2 + 1.2}" font-size="3.5" font-family="${font}" fill="#999999" text-anchor="middle">${escapeXml(text)}</text></svg>`;
}

/** Bars of Code 128 (set B): printable ASCII; other characters have no bars and are left out. */
export function barcodeSvg(text: string, width: number, height: number): string {
  const codes = [...text].map((char) => char.charCodeAt(0) - 32).filter((code) => code >= 0 && code < 95).slice(0, 60);
  const check = codes.reduce((sum, code, i) => sum + code * (i + 1), startB) % 103;
  const pattern = [startB, ...codes, check, stop].map((code) => patterns[code]!).join('');
  let x = 10;
  const bars = [...pattern].flatMap((digit, i) => {
    const at = x;
    x += Number(digit);
    return i % 2 === 0 ? [`<rect x="${at}" y="0" width="${digit}" height="100"/>`] : [];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${x + 10} 100" width="${width}" height="${height}" preserveAspectRatio="none">${bars.join('')}</svg>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const startB = 104;
const stop = 106;
/** Widths of bars and gaps by code, as the standard gives them. */
const patterns = ('212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 '
  + '212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 '
  + '314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 '
  + '214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112').split(' ');
