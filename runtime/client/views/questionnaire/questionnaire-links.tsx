import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import type { ClientDetail, ClientRecord } from '../../../model/client-types.ts';
import { api } from '../../api.ts';
import { t } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import { Icon } from '../../widgets/icon.tsx';
import { questionnairePath, recordPath } from '../../widgets/paths.ts';
import { toast } from '../../widgets/toast.tsx';
import { reportFailure } from './report-failure.ts';

/** What can be done with a record that is a questionnaire: its questions, figures, public address, a new version. */
export function QuestionnaireLinks({ detail, record }: { detail: ClientDetail; record: ClientRecord }) {
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const path = questionnairePath(detail.entityApp, detail.entity, record.id);
  const isDraft = record[detail.state ?? ''] === 'draft';
  const copy = async (): Promise<void> => {
    try {
      const { id } = await api.post<{ id: string }>(`/api/questionnaires/${detail.entityApp}/${detail.entity}/${record.id}/copy`);
      void navigate(recordPath(detail.entityApp, detail.entity, id));
    } catch (error) {
      reportFailure(error);
    }
  };
  return (
    <>
      <Link className={`button ${isDraft ? 'button-primary' : 'button-default'}`} to={path}><Icon name="list" size={16} /><span>{t(isDraft && record.can.update ? 'questionnaire.design' : 'questionnaire.view')}</span></Link>
      {isDraft ? null : <Link className="button button-default" to={`${path}/statistics`}><Icon name="chart" size={16} /><span>{t('questionnaire.statistics')}</span></Link>}
      {isDraft ? null : <Button icon="globe" onClick={() => setOpen(true)}>{t('questionnaire.link')}</Button>}
      {isDraft ? null : <Button icon="copy" onClick={() => { void copy(); }}>{t('questionnaire.newVersion')}</Button>}
      {isOpen ? <PublicLink portal={detail.questionnaire?.portal} id={record.id} close={() => setOpen(false)} /> : null}
    </>
  );
}

function PublicLink({ portal, id, close }: { portal: string | undefined; id: string; close: () => void }) {
  const [code, setCode] = useState<string | null>(null);
  const url = portal === undefined ? null : `${location.origin}/portal/${portal}/q/${id}`;
  useEffect(() => {
    if (url !== null) void import('qrcode').then(({ default: qr }) => qr.toDataURL(url, { width: 220, margin: 1 })).then(setCode);
  }, [url]);
  const copy = (): void => { if (url !== null) void navigator.clipboard.writeText(url).then(() => toast('success', t('questionnaire.copied'))); };
  return (
    <Dialog title={t('questionnaire.link')} width={420} onClose={close} footer={<><Button data-first onClick={copy}>{t('questionnaire.copyLink')}</Button><Button onClick={close}>{t('action.close')}</Button></>}>
      {url === null ? <p>{t('questionnaire.noPortal')}</p> : (
        <div className="q-public"><p>{t('questionnaire.linkHint')}</p>{code === null ? null : <img src={code} alt={url} width={220} height={220} />}<p><a href={url} target="_blank" rel="noreferrer">{url}</a></p></div>
      )}
    </Dialog>
  );
}
