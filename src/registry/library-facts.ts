import type { Advisory } from './advisory.ts';

/** What a registry says of one package. Dates are ISO. */
export interface PackageFacts {
  readonly name: string;
  /** The version behind the `latest` tag. */
  readonly latest: string;
  /** Published versions in ascending order, prereleases included. */
  readonly versions: readonly string[];
  /** Deprecation message by version; a version that is not deprecated is absent. */
  readonly deprecated: ReadonlyMap<string, string>;
  /** Date of the newest release; where the registry leaves it out, of the last change to the package's metadata. */
  readonly lastPublished?: string;
  /** When these facts were read. */
  readonly fetchedAt: string;
}

/** What is known of the workspace's libraries beyond the workspace itself; empty when offline. */
export interface LibraryFacts {
  /** Undefined when the registry was not asked, did not answer, or does not know the package. */
  packageFacts(name: string): PackageFacts | undefined;
  /** Known vulnerabilities of one version, the gravest first; empty also where no advisories were given. */
  advisoriesFor(name: string, version: string): readonly Advisory[];
}
