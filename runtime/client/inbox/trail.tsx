import type { ClientInstance, ClientOpinion, ClientTaskEvent } from '../../model/client-task-types.ts';
import { t } from '../texts.ts';
import type { TextKey } from '../texts.ts';
import { formatDateTime } from '../widgets/format.ts';
import { Tag } from '../widgets/tag.tsx';

// What stands among the opinions already, or tells nobody anything.
const silent = ['return', 'recall', 'withdraw', 'resolve', 'unclaim', 'claim'];
type Entry = { at: string; opinion: ClientOpinion } | { at: string; event: ClientTaskEvent };

/** What was said and what was done besides, in the order it happened. */
export function Trail({ instance }: { instance: ClientInstance }) {
  const entries: Entry[] = [
    ...instance.opinions.map((opinion) => ({ at: opinion.at, opinion })),
    ...instance.events.filter(({ kind }) => !silent.includes(kind)).map((event) => ({ at: event.at, event })),
  ].sort((a, b) => a.at.localeCompare(b.at));
  return <>{entries.map((entry, index) => ('opinion' in entry ? <Opinion key={index} opinion={entry.opinion} /> : <Event key={index} event={entry.event} copies={instance.copies} />))}</>;
}

function Opinion({ opinion }: { opinion: ClientOpinion }) {
  return (
    <li className="is-done">
      <p className="timeline-head"><strong>{opinion.label}</strong><span>{opinion.by.title}{opinion.onBehalf === null ? '' : t('task.onBehalf', { name: opinion.onBehalf.title })}</span><Tag text={opinion.outcomeLabel} color={outcomeColour(opinion)} /><time dateTime={opinion.at}>{formatDateTime(opinion.at)}</time></p>
      {opinion.opinion === null || opinion.opinion === '' ? null : <p className="opinion">{opinion.opinion}</p>}
    </li>
  );
}

function Event({ event, copies }: { event: ClientTaskEvent; copies: ClientInstance['copies'] }) {
  const copy = event.kind === 'copy' ? copies.find(({ person }) => person.id === event.person?.id) : undefined;
  return (
    <li className="is-event">
      <p className="timeline-head"><span className="muted">{t(`event.${event.kind}` as TextKey, { by: event.by?.title ?? t('history.system'), person: event.person?.title ?? '', label: event.label ?? '' })}{copy === undefined ? '' : t(copy.readAt === null ? 'event.copy.unread' : 'event.copy.read')}</span><time dateTime={event.at}>{formatDateTime(event.at)}</time></p>
      {event.note === null || event.note === '' ? null : <p className="opinion">{event.note}</p>}
    </li>
  );
}

function outcomeColour({ outcome, kind }: ClientOpinion): string {
  if (kind === 'return' || kind === 'recall') return 'orange';
  if (/approve|agree|pass|confirm|done/i.test(outcome) && !/disagree/i.test(outcome)) return 'green';
  return /reject|refuse|deny|disagree|withdraw/i.test(outcome) ? 'red' : /return|back|supplement/i.test(outcome) ? 'orange' : 'blue';
}
