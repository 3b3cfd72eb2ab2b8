import { useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router-dom';
import type { ClientDetail, ClientRecord } from '../../../model/client-types.ts';
import { api, ApiError, recordsPath } from '../../api.ts';
import { ProcessPanel } from '../../inbox/process-panel.tsx';
import { t } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import { formatDateTime, formatValue } from '../../widgets/format.ts';
import { Icon } from '../../widgets/icon.tsx';
import { PageHead } from '../../widgets/page.tsx';
import { editPath, listPath } from '../../widgets/paths.ts';
import { Failure, Skeleton } from '../../widgets/states.tsx';
import { Tabs } from '../../widgets/tabs.tsx';
import { Tag } from '../../widgets/tag.tsx';
import { toast } from '../../widgets/toast.tsx';
import { useLoad } from '../../widgets/use-load.ts';
import { ActionButton, Refusal } from '../action-button.tsx';
import { QuestionnaireLinks } from '../questionnaire/questionnaire-links.tsx';
import { PrintButtons } from '../print-buttons.tsx';
import { useCrumbs } from '../use-crumbs.ts';
import { Facts } from './facts.tsx';
import { CodeChanges } from './code-changes.tsx';
import { History } from './history.tsx';
import { RecordSections } from './record-sections.tsx';
import { Related } from './related.tsx';
import { TreeActions } from './tree-actions.tsx';
import { Versions } from './versions.tsx';

/** A record with everything that belongs to it. */
export default function DetailPage() {
  const { app = '', entity = '', id = '' } = useParams();
  const loaded = useLoad(`${app}/${entity}/${id}`, async (signal) => {
    const [detail, record] = await Promise.all([
      api.get<ClientDetail>(`/api/model/${app}/detail/${entity}`, {}, signal),
      api.get<ClientRecord>(recordsPath(app, entity, id), {}, signal),
    ]);
    return { detail, record };
  });
  if (loaded.error !== null) return <Failure error={loaded.error} retry={() => { void loaded.reload(); }} />;
  if (loaded.data === null) return <Skeleton rows={8} />;
  return <DetailView detail={loaded.data.detail} record={loaded.data.record} reload={loaded.reload} />;
}

function DetailView({ detail, record, reload }: { detail: ClientDetail; record: ClientRecord; reload: () => Promise<void> }) {
  const [search, setSearch] = useSearchParams();
  const crumbs = useCrumbs(detail.entityApp, detail.entity);
  const [round, setRound] = useState(0);
  const refresh = () => { setRound((old) => old + 1); void reload(); };
  const titleField = detail.sections.flatMap((section) => section.fields).find((field) => field.name === detail.title);
  const title = formatValue(record[detail.title], titleField) || detail.label;
  const path = recordsPath(detail.entityApp, detail.entity, record.id);
  const instance = typeof record.instance === 'string' ? record.instance : null;
  const tabs = [{ key: 'record', label: detail.tabs.length > 0 ? t('detail.summary') : detail.label }, ...detail.tabs.map((item, index) => ({ key: `tab-${index}`, label: item.label })), ...(instance === null ? [] : [{ key: 'process', label: t('detail.process') }]), ...(detail.codeChanges === true ? [{ key: 'codes', label: t('codes.tab') }] : []), ...(detail.history ? [{ key: 'history', label: t(detail.around ? 'detail.timeline' : 'detail.history') }, { key: 'versions', label: t('versions.tab') }] : [])];
  const tab = tabs.some((item) => item.key === search.get('tab')) ? search.get('tab') ?? 'record' : 'record';
  const openTab = tab.startsWith('tab-') ? detail.tabs[Number(tab.slice(4))] : undefined;
  const submit = record.can.actions.includes('submit') ? detail.actions.find((action) => action.name === 'submit')?.label ?? detail.process?.label ?? null : null;
  return (
    <>
      <PageHead title={title} crumbs={[...(crumbs.length > 0 ? crumbs : [{ label: detail.label }]), { label: title }]} tag={<StateTag detail={detail} record={record} />} actions={<>
        {submit === null ? null : <ActionButton action={{ name: 'submit', label: submit, on: 'record', style: 'primary', confirm: t('detail.submitConfirm', { label: submit }), input: [] }} path={`${path}/actions/submit`} version={record.version} onDone={refresh} onStale={refresh} />}
        {detail.actions.filter((action) => action.on === 'record' && action.name !== 'submit' && record.can.actions.includes(action.name)).map((action) => <ActionButton key={action.name} action={action} path={`${path}/actions/${action.name}`} version={record.version} onDone={refresh} onStale={refresh} />)}
        {detail.questionnaire ? <QuestionnaireLinks detail={detail} record={record} /> : null}
        <PrintButtons prints={detail.prints} path={path} />
        <TreeActions detail={detail} record={record} title={title} onDone={refresh} />
        {record.can.update ? <Link className="button button-default" to={editPath(detail.entityApp, detail.entity, record.id)}><Icon name="edit" size={16} /><span>{t('action.edit')}</span></Link> : null}
        {record.can.delete ? <DeleteButton detail={detail} record={record} title={title} /> : null}
      </>} />
      <Facts detail={detail} record={record} round={round} />
      {tabs.length > 1 ? <Tabs label={title} panelId="detail-panel" items={tabs} active={tab} onChange={(key) => setSearch(key === 'record' ? {} : { tab: key }, { replace: true })} /> : null}
      <div id="detail-panel" role={tabs.length > 1 ? 'tabpanel' : undefined} aria-labelledby={tabs.length > 1 ? `detail-panel-${tab}` : undefined}>
        {tab === 'codes' ? <section className="card"><CodeChanges app={detail.entityApp} entity={detail.entity} id={record.id} /></section> : tab === 'versions' ? <section className="card"><Versions detail={detail} record={record} onRestored={refresh} /></section> : tab === 'history' ? <section className="card"><History fields={detail.sections.flatMap((section) => section.fields)} app={detail.entityApp} entity={detail.entity} id={record.id} version={record.version} isAround={detail.around} /></section> : openTab !== undefined ? (
          // Read when it is opened, not before.
          <>
            <RecordSections sections={openTab.sections} values={record} />
            {openTab.related.map((related) => <Related key={`${related.list}/${related.by}/${round}`} related={related} record={{ id: record.id, title }} />)}
          </>
        ) : tab === 'process' && instance !== null ? <section className="card"><ProcessPanel id={instance} round={round} /></section> : (
          <>
            <RecordSections sections={detail.sections} values={record} />
            {detail.related.map((related) => <Related key={`${related.list}/${related.by}/${round}`} related={related} record={{ id: record.id, title }} />)}
            <p className="record-foot">{t('detail.foot', { createdBy: record.createdBy?.title ?? t('history.system'), createdAt: formatDateTime(record.createdAt), updatedBy: record.updatedBy?.title ?? t('history.system'), updatedAt: formatDateTime(record.updatedAt) })}</p>
          </>
        )}
      </div>
    </>
  );
}

/** The state of a record as a coloured word. */
export function StateTag({ detail, record }: { detail: ClientDetail; record: Record<string, unknown> }) {
  const field = detail.sections.flatMap((section) => section.fields).find((item) => item.name === detail.state);
  const value = detail.state === undefined ? undefined : record[detail.state];
  if (typeof value !== 'string' || field === undefined) return null;
  const option = field.options?.find((item) => item.value === value);
  return <Tag text={option?.label ?? value} color={option?.color ?? 'blue'} />;
}

function DeleteButton({ detail, record, title }: { detail: ClientDetail; record: ClientRecord; title: string }) {
  const navigate = useNavigate();
  const crumbs = useCrumbs(detail.entityApp, detail.entity);
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const close = () => { setOpen(false); setRefusal(null); };
  const remove = async () => {
    setBusy(true);
    try {
      await api.delete(recordsPath(detail.entityApp, detail.entity, record.id));
      toast('success', t('detail.deleted', { title }));
      navigate(crumbs[crumbs.length - 1]?.to ?? listPath(detail.entityApp, detail.entity), { replace: true });
    } catch (error) {
      if (error instanceof ApiError) setRefusal(error);
      setBusy(false);
    }
  };
  return (
    <>
      <Button icon="trash" onClick={() => setOpen(true)}>{t('action.delete')}</Button>
      {isOpen ? (
        <Dialog title={t('detail.deleteTitle', { label: detail.label })} width={440} tone="danger" onClose={close} footer={<>
          <Button data-first onClick={close}>{t(refusal === null ? 'action.cancel' : 'action.close')}</Button>
          {refusal === null ? <Button look="danger" isBusy={isBusy} onClick={() => { void remove(); }}>{t('action.delete')}</Button> : null}
        </>}>
          {refusal === null ? <p>{t('detail.deleteText', { title })}</p> : <Refusal error={refusal} />}
        </Dialog>
      ) : null}
    </>
  );
}
