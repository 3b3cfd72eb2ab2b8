const named: Record<string, string> = {
  green: 'green', success: 'green', blue: 'blue', processing: 'blue', primary: 'blue', orange: 'orange', warning: 'orange', gold: 'orange', yellow: 'orange',
  red: 'red', error: 'red', danger: 'red', grey: 'grey', gray: 'grey', default: 'grey', purple: 'purple', cyan: 'cyan', teal: 'cyan',
};

/** A short word with a colour; the word carries the meaning, the colour only helps. */
export function Tag({ text, color }: { text: string; color?: string }) {
  return <span className={`tag tag-${named[color ?? 'grey'] ?? 'grey'}`}>{text}</span>;
}
