import type { FastifyInstance } from 'fastify';
import type { Services } from '../context.ts';
import { accessRoutes } from './access.ts';
import { auditRoutes } from './audit.ts';
import { bulkRoutes } from './bulk.ts';
import { dictionariesRoutes } from './dictionaries.ts';
import { evidenceRoutes } from './evidence.ts';
import { draftsRoutes } from './drafts.ts';
import { engineRoutes } from './engine-rest/index.ts';
import { exportRoutes } from './export.ts';
import { filesRoutes } from './files.ts';
import { importRoutes } from './import.ts';
import { instanceRoutes } from './instances.ts';
import { jobsRoutes } from './jobs.ts';
import { listsRoutes } from './lists.ts';
import { messagesRoutes } from './messages.ts';
import { modelRoutes } from './model.ts';
import { portalPageRoutes } from './portal/pages.ts';
import { portalPartnerRoutes } from './portal/partners.ts';
import { portalQuestionnaireRoutes } from './portal/questionnaires.ts';
import { portalSessionRoutes } from './portal/session.ts';
import { printRoutes } from './print.ts';
import { recordLifeRoutes } from './record-life.ts';
import { questionnaireRoutes } from './questionnaires.ts';
import { recordsRoutes } from './records.ts';
import { reportsRoutes } from './reports.ts';
import { searchRoutes } from './search.ts';
import { sessionRoutes } from './session.ts';
import { taskRoutes } from './tasks.ts';
import { verifyRoutes } from './verify.ts';
import { viewsRoutes } from './views.ts';

export type Routes = (app: FastifyInstance, services: Services) => Promise<void>;

/** Every resource of the HTTP interface. */
import { taskOperationRoutes } from './task-operations.ts';
import { approvalSettingRoutes } from './approval-settings.ts';
export const routes: readonly Routes[] = [
  sessionRoutes,
  filesRoutes,
  messagesRoutes,
  jobsRoutes,
  exportRoutes,
  importRoutes,
  printRoutes,
  verifyRoutes,
  modelRoutes,
  dictionariesRoutes,
  draftsRoutes,
  recordLifeRoutes,
  recordsRoutes,
  reportsRoutes,
  taskRoutes,
  taskOperationRoutes,
  approvalSettingRoutes,
  instanceRoutes,
  auditRoutes,
  engineRoutes,
  portalSessionRoutes,
  portalPageRoutes,
  portalPartnerRoutes,
  portalQuestionnaireRoutes,
  questionnaireRoutes,
  bulkRoutes,
  listsRoutes,
  searchRoutes,
  viewsRoutes,
  accessRoutes,
  evidenceRoutes,
];
