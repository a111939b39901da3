// What is used of packages that ship no types of their own (the published ones describe older majors).
declare module 'make-fetch-happen' {
  export interface FetchOptions {
    readonly headers: Record<string, string>;
    readonly method?: string;
    readonly body?: string;
    readonly redirect: 'manual';
    readonly retry: { retries: number; factor: number; minTimeout: number; maxTimeout: number };
    readonly maxSockets: number;
    readonly timeout: number;
    readonly signal: AbortSignal;
    readonly proxy?: string;
    readonly noProxy?: string;
    readonly strictSSL?: boolean;
    readonly ca?: string | string[];
    readonly cert?: string;
    readonly key?: string;
  }
  export interface FetchResponse {
    readonly status: number;
    readonly headers: { get(name: string): string | null };
    readonly body: AsyncIterable<Buffer> & { destroy(): void };
  }
  function fetch(url: string, options: FetchOptions): Promise<FetchResponse>;
  export { fetch as default };
}

declare module 'npm-registry-fetch' {
  export interface RegistryAuth {
    readonly token: string | null;
    /** Base64 of `user:password`. */
    readonly auth: string | null;
    readonly cert: string | null;
    readonly key: string | null;
  }
  const registryFetch: { getAuth(url: string, options: Record<string, string>): RegistryAuth };
  export { registryFetch as default };
}

// Its own types promise named exports, which Node does not find in the CommonJS file that it ships.
declare module 'ae-cvss-calculator' {
  const calculator: { fromVector(vector: string): { calculateScores(): { readonly base?: number } } | null };
  export { calculator as default };
}
