const named = /^(?:today|yesterday|tomorrow|(?:last|this|next)-(?:week|month|quarter|year)|(?:last|next)-[1-9]\d{0,3}-days)$/;

/** A stretch of time told from today: `today`, `this-month`, `last-30-days` (today and the 29 days before) … */
export function isPeriod(text: unknown): text is string {
  return typeof text === 'string' && named.test(text);
}
