import v8 from 'node:v8';

/** Watches over the heap of this process. */
export interface HeapGuard {
  /** Whether what is in use comes near the ceiling. */
  isShort(): boolean;
}

/** Milliseconds between two looks: each walks the heap's statistics. */
const lookMs = 200;
/** Above this share of the ceiling the collector works more than the rules. */
const fullShare = 0.85;

/** Makes a guard for a ceiling in bytes; the process's own limit counts where it is lower. */
export function createHeapGuard(ceilingBytes: number): HeapGuard {
  const ceiling = Math.min(ceilingBytes, v8.getHeapStatistics().heap_size_limit) * fullShare;
  let lookedAt = 0;
  let isShort = false;
  return {
    isShort: () => {
      if (performance.now() - lookedAt < lookMs) return isShort;
      lookedAt = performance.now();
      isShort = v8.getHeapStatistics().used_heap_size > ceiling;
      return isShort;
    },
  };
}
