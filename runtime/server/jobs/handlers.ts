import { endQuestionnaires } from '../questionnaires/index.ts';
import { deliverHandler } from './deliver-handler.ts';
import { exportHandler } from './export-handler.ts';
import { fillSearchHandler } from './fill-search-handler.ts';
import { importHandler } from './import-handler.ts';
import type { JobHandlers } from './job-handler.ts';
import { printHandler } from './print-handler.ts';
import { purgeHandler } from './purge-handler.ts';
import { runJobHandler } from './run-job.ts';

/** Every kind of background work by its task name. */
export const jobHandlers: JobHandlers = {
  'end-questionnaires': (ctx) => endQuestionnaires(ctx.services),
  'deliver-messages': deliverHandler,
  'export-records': exportHandler,
  'fill-search': fillSearchHandler,
  'import-records': importHandler,
  'print-records': printHandler,
  'purge': purgeHandler,
  'run-job': runJobHandler,
};
