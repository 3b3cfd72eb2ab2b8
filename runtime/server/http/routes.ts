import type { FastifyInstance } from 'fastify';
import type { Services } from '../context.ts';
import { exportRoutes } from './export.ts';
import { filesRoutes } from './files.ts';
import { jobsRoutes } from './jobs.ts';
import { messagesRoutes } from './messages.ts';
import { sessionRoutes } from './session.ts';

export type Routes = (app: FastifyInstance, services: Services) => Promise<void>;

/** Every resource of the HTTP interface. */
export const routes: readonly Routes[] = [sessionRoutes, filesRoutes, messagesRoutes, jobsRoutes, exportRoutes];
