const taskColumns: Record<string, string> = {
  // What the task belongs to, so that the task list filters without a look at the instance.
  process_key: 'text',
  // Whose task it was before it was handed on; figures count it for them.
  owner: 'uuid',
  // The assignee was named for this task: it is theirs whatever roles they hold.
  appointed: 'boolean not null default false',
  // `pending` while somebody is asked for advice, `resolved` after that.
  delegation: 'text',
  // Key of the engine's task; people who were added to it share it.
  group_key: 'text',
  parent: 'uuid',
  // `before`, `parallel`, `after`: added by a handler; `seat`: one of several who decide.
  place: 'text',
  added_by: 'uuid',
  // Somebody who was added must sign first.
  held: 'boolean not null default false',
  has_signers: 'boolean not null default false',
  // Somebody has worked on it: what came before can't be recalled any more.
  touched: 'boolean not null default false',
  // Person in whose stead the task was done.
  on_behalf: 'uuid',
  // Step that sent the request back and gets it again.
  back_to: 'text',
  // Token that waits for the task.
  token_id: 'text',
  // Those who decide one step together.
  seat_of: 'text',
};

/** What approvers do besides deciding: who handed what to whom, copies, deadlines, sealed opinions. */
export const approvalTables: readonly string[] = [
  ...Object.entries(taskColumns).map(([name, type]) => `alter table tamga.user_task add column if not exists ${name} ${type}`),
  `update tamga.user_task t set process_key = i.key, group_key = t.task_key from tamga.process_instance i where i.id = t.instance_id and t.process_key is null`,
  `create index if not exists task_owner_idx on tamga.user_task (owner, created_at desc) where owner is not null`,
  // Whoever may claim much reads the newest of all; whoever may claim little goes by unit or role.
  `create index if not exists task_open_newest_idx on tamga.user_task (created_at desc, id desc) where status = 'open' and assignee is null`,
  'create index if not exists task_parent_idx on tamga.user_task (parent) where parent is not null',
  `create table if not exists tamga.task_event (id uuid primary key, instance_id uuid not null references tamga.process_instance, task_id uuid, node_id text, label text, kind text not null,
     by uuid, on_behalf uuid, person uuid, at timestamptz not null, note text, detail jsonb)`,
  'create index if not exists task_event_instance_idx on tamga.task_event (instance_id, at)',
  'create index if not exists task_event_by_idx on tamga.task_event (by, at desc) where task_id is not null',
  `create table if not exists tamga.copy (id uuid primary key, instance_id uuid not null references tamga.process_instance, recipient uuid not null, by uuid, at timestamptz not null,
     note text, read_at timestamptz, unique (instance_id, recipient))`,
  'create index if not exists copy_recipient_idx on tamga.copy (recipient, at desc)',
  `create table if not exists tamga.task_deadline (id uuid primary key, task_id uuid not null references tamga.user_task, kind text not null, due_at timestamptz not null)`,
  'create index if not exists task_deadline_due_idx on tamga.task_deadline (due_at)',
  'create index if not exists task_deadline_task_idx on tamga.task_deadline (task_id)',
  'alter table tamga.opinion alter column task_id drop not null',
  `alter table tamga.opinion add column if not exists kind text not null default 'decision'`,
  'alter table tamga.opinion add column if not exists on_behalf uuid',
  'alter table tamga.opinion add column if not exists sealed jsonb',
  'alter table tamga.opinion add column if not exists digest text',
  'alter table tamga.opinion add column if not exists signature text',
  'alter table tamga.opinion add column if not exists key_id text',
  `create or replace function tamga.keep_opinion() returns trigger language plpgsql as $$ begin raise exception 'what was said is never changed: %', tg_table_name using errcode = 'TG001'; end $$`,
  'drop trigger if exists opinion_unchanging on tamga.opinion',
  'create trigger opinion_unchanging before update or delete on tamga.opinion for each row execute function tamga.keep_opinion()',
  'drop trigger if exists opinion_unemptied on tamga.opinion',
  'create trigger opinion_unemptied before truncate on tamga.opinion for each statement execute function tamga.keep_opinion()',
];
