import type { FastifyInstance } from 'fastify';
import type { Scenario } from '../../schemas/generated/types.ts';
import type { Model } from '../model/model.ts';
import { openSession } from '../server/auth/index.ts';
import { boot } from '../server/boot.ts';
import { settableClock } from '../server/clock.ts';
import { runJob, runPending } from '../server/jobs/index.ts';
import { endQuestionnaires } from '../server/questionnaires/index.ts';
import { deployProcesses, runDueTimers } from '../server/workflow/index.ts';
import { errorLog } from './error-log.ts';
import { injectRequest } from './inject-request.ts';
import { makePerson, makeSystemPerson, residentSessionOf, systemPerson } from './make-people.ts';
import { entityShapes } from './scenario/entity-shapes.ts';
import { ScenarioFailure } from './scenario/scenario-failure.ts';
import type { Answer, Person, Request, ResidentPerson, ScenarioWorld } from './scenario/world.ts';

export interface TestAppOptions {
  /** Folder with `seed/`. */
  root: string;
  databaseUrl: string;
  model: Model;
  /** Where its clock starts. */
  moment: Date;
  zone: string;
  /** Folder of uploads and exports. */
  home: string;
  /** Fill an empty database with these; left out, the database is a copy of one that is filled. */
  seeds?: string[];
  /** The copy was made by other definitions with the same tables: its processes are deployed anew. */
  redeploy?: boolean;
}

/** A server for one test: all of the real one but the network, its clock in the test's hand. */
export interface TestApp {
  app: FastifyInstance;
  send(request: Request): Promise<Answer>;
  /** People signed in, and all that the steps of a scenario need. */
  world(app: string, people: NonNullable<NonNullable<Scenario['given']>['people']>): Promise<ScenarioWorld>;
  /** What went wrong inside the server. */
  errors: string[];
  close(): Promise<void>;
}


/** Starts the server on a database, without background work: jobs and timers run when the test says so. */
export async function startTestApp({ root, databaseUrl, model, moment, zone, home, seeds, redeploy = false }: TestAppOptions): Promise<TestApp> {
  const clock = settableClock(moment, zone);
  const { log, errors } = errorLog();
  const { app, services, close } = await boot({ root, databaseUrl, home, model, clock, log, demo: true, background: false, prepared: seeds === undefined, poolSize: 6, ...seeds ? { seeds } : {} });
  if (seeds) await makeSystemPerson(services);
  if (redeploy) await deployProcesses(services, model);
  const send = (request: Request): Promise<Answer> => injectRequest(app, request);

  const world: TestApp['world'] = async (name, given) => {
    const people = new Map<string, Person>();
    const systemId = await systemPerson(services);
    const system: Person = { id: systemId, token: await openSession(services, systemId) };
    for (const [short, person] of Object.entries(given)) people.set(short, await makePerson(services, short, person));
    const residents = new Map<string, ResidentPerson>();
    const { shapeOf, inputOf, listEntity, reportEntity, portalPage } = entityShapes(model);
    return {
      app: name, zone, send, shapeOf, inputOf, listEntity, reportEntity, portalPage, system, people, saved: new Map(), tasks: new Map(), residents,
      now: () => clock.now(),
      async setClock(to) {
        clock.set(to);
        // Sessions end when nobody is there for a while; the people of a scenario come back.
        for (const person of [system, ...people.values()]) person.token = await openSession(services, person.id);
        for (const resident of residents.values()) resident.token = await residentSessionOf(services, resident.phone);
        await runDueTimers(services);
        await endQuestionnaires(services);
        await runPending(services);
      },
      async runJob(of, job) {
        if (!model.jobs.has(`${of}/${job}`)) throw new ScenarioFailure(`a job "${of}/${job}"`, `only ${[...model.jobs.keys()].join(', ') || 'none'}`);
        await runJob(services, `${of}/${job}`);
        await runPending(services);
      },
      doPending: () => runPending(services),
    };
  };
  return { app, send, world, errors, close };
}

