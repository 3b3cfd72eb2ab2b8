/** What tests and workers use of the external task client, which ships types of its own only in part. */
declare module 'camunda-external-task-client-js' {
  export class Variables {
    get(name: string): unknown;
    set(name: string, value: unknown): Variables;
    setTyped(name: string, value: { type: string; value: unknown; valueInfo?: Record<string, unknown> }): Variables;
    getTyped(name: string): { type: string; value: unknown };
    getAll(): Record<string, unknown>;
  }
  export class File {
    constructor(options: { localPath?: string; filename?: string; mimetype?: string; encoding?: string; typedValue?: unknown; remotePath?: string });
    content: Buffer;
    filename: string;
    mimetype?: string;
    load(): Promise<File>;
  }
  export type Task = { id: string; topicName: string; variables: Variables; businessKey: string | null; processInstanceId: string; retries: number | null };
  export type TaskService = {
    complete(task: Task, variables?: Variables, localVariables?: Variables): Promise<void>;
    handleFailure(task: Task, failure: { errorMessage?: string; errorDetails?: string; retries?: number; retryTimeout?: number }): Promise<void>;
    handleBpmnError(task: Task, errorCode: string, errorMessage?: string, variables?: Variables): Promise<void>;
    extendLock(task: Task, newDuration: number): Promise<void>;
    unlock(task: Task): Promise<void>;
    lock(task: Task, duration: number): Promise<void>;
  };
  export class Client {
    constructor(options: { baseUrl: string; workerId?: string; asyncResponseTimeout?: number; interval?: number; lockDuration?: number; maxTasks?: number; interceptors?: unknown; autoPoll?: boolean });
    subscribe(topic: string, handler: (work: { task: Task; taskService: TaskService }) => Promise<void>): { unsubscribe(): void };
    on(event: string, listener: (...values: unknown[]) => void): void;
    start(): void;
    stop(): void;
  }
  export class BasicAuthInterceptor { constructor(options: { username: string; password: string }); }
}
