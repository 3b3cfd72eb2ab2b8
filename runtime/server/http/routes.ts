import type { FastifyInstance } from 'fastify';
import type { Services } from '../context.ts';
import { sessionRoutes } from './session.ts';

export type Routes = (app: FastifyInstance, services: Services) => Promise<void>;

/** Every resource of the HTTP interface. */
export const routes: readonly Routes[] = [sessionRoutes];
