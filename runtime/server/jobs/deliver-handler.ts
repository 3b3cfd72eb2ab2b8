import { deliverMessages } from '../messages/index.ts';
import type { JobHandler } from './job-handler.ts';

/** Sends the messages that wait for a channel outside. */
export const deliverHandler: JobHandler = (ctx) => deliverMessages(ctx);
