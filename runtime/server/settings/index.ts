/** Values of the parameters that administrators set: `await numberSetting(services, 'session.idle-minutes')`. */
export { forgetSettings, numberSetting, setting, storeParameters } from './settings.ts';
export { parameters } from './parameters.ts';
export type { ParameterCode } from './parameters.ts';
