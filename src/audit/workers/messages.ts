import type { Configuration } from '../../config/configuration.ts';
import type { EnvironmentRecord } from '../../workspace/typescript/environment.ts';
import type { FileKeys } from '../cache/file-keys.ts';
import type { Tier } from '../cache/tier.ts';
import type { KeyedSlice } from '../finding-store.ts';

/** What one worker process is to review. */
export interface WorkerJob {
  readonly root: string;
  readonly configuration: Configuration;
  readonly overlay: readonly (readonly [string, string])[];
  readonly tasks: readonly (readonly [file: string, keys: FileKeys, missing: readonly Tier[]])[];
  /** Bytes of heap from which on the worker hands the rest back. */
  readonly heapBytes: number;
}

/** What a worker tells: each file that is done, then once the results with all that they depend on. */
export type WorkerMessage =
  | { readonly kind: 'progress' }
  | {
      readonly kind: 'end';
      readonly slices: readonly (readonly [file: string, tier: Tier, keyed: KeyedSlice])[];
      readonly environment: EnvironmentRecord;
    };
