import type { Text } from '../../model/model.ts';
import type { Context } from '../context.ts';

/** What a probe found when it was executed. */
export interface Finding { met: boolean; setting: string; result: string }

/** One requirement of GB/T 22239-2019 level 3, 8.1.4, that software can answer, and how it is tried. */
export interface Probe { clause: string; title: Text; run: (ctx: Context) => Promise<Finding> }
