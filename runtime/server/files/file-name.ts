const longest = 120;

/** A file name that is safe to show and to send back: no path, no control or direction characters, the ending true to the content. */
export function safeFileName(given: string, ending: string): string {
  // Browsers send a quote in a file name as %22.
  const base = given.replaceAll('%22', '"').normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const clean = base.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '').replace(/["<>|:*?]/g, '_').replace(/\s+/g, ' ').trim();
  const same = ending === 'jpg' ? /\.jpe?g$/i : new RegExp(`\\.${ending}$`, 'i');
  const stem = (same.test(clean) ? clean.replace(same, '') : clean).replace(/^\.+/, '').trim();
  return `${[...(stem || 'file')].slice(0, longest).join('')}.${ending}`;
}

/** Header that names a file of any language: an ASCII stand-in and the real name (RFC 6266, RFC 8187). */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
