/** DDL of what people choose about their messages. */
export const messageTables: readonly string[] = [
  `create table if not exists tamga.message_preference (user_id uuid primary key, quiet_from text, quiet_until text, off jsonb not null default '[]')`,
];
