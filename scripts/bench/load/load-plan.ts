/** What the load process is told to send. */
export interface LoadPlan {
  port: number;
  connections: number;
  seconds: number;
  headers: Record<string, string>;
  requests: { method: string; path: string; body?: string }[];
  /** Send every request once at most; otherwise begin again after the last. */
  once: boolean;
}

/** What came of it. */
export interface LoadResult { done: number; seconds: number; p50: number; p95: number; failed: number; firstFailure?: string }
