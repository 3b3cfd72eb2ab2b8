/** Reads scenario files, with every problem of those that cannot be read: `await collectScenarios({ root, sources, files })`. */
export { collectScenarios } from './collect-scenarios.ts';
export type { FoundScenario, FoundScenarios, WhichScenarios } from './collect-scenarios.ts';
/** Opens what scenarios run in: `const host = openScenarios({ root, sources, databaseUrl }); await host.run(found)`. */
export { openScenarios } from './open-scenarios.ts';
export type { ScenarioHost, UniqueGroup, Variant } from './open-scenarios.ts';
/** The tender rows that the results of scenarios prove. */
export { provedRows } from './proved-rows.ts';
export type { ProvedReport, ScenarioResult } from './proved-rows.ts';
/** A server for one test: all of the real one but the network. */
export { startTestApp } from './start-test-app.ts';
export type { TestApp, TestAppOptions } from './start-test-app.ts';
/** A PostgreSQL for tests: `DATABASE_URL`, or one of its own that is quick and forgets. */
export { startTestDatabase } from './test-database.ts';
/** Copies of databases that are made once. */
export { openTemplates } from './template-databases.ts';
export type { TemplateDatabases, TestDatabase } from './template-databases.ts';
