/** Files shown whole in a text: a line with the bold path, then the code block with the content. */
export function printedFiles(markdown: string): Map<string, string> {
  return new Map([...markdown.matchAll(/^\*\*`([^`\n]+)`\*\*\n\n```\w+\n([\s\S]*?)^```$/gm)].map(([, path = '', text = '']) => [path, text]));
}
