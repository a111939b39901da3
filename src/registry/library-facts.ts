import type { Advisory } from './advisory.ts';
import type { LibraryPolicy } from './library-policy.ts';

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
  /** When each version came out, by version, as far as the registry was asked for it. ISO dates. */
  readonly released?: ReadonlyMap<string, string>;
  /** Web page of the releases in the project's own repository, on a host that has such pages. */
  readonly releaseNotes?: string;
  /** What the newest versions say of themselves, by version; old versions of a large package are left out. */
  readonly details?: ReadonlyMap<string, VersionDetails>;
}

/** What one published version says of itself. */
export interface VersionDetails {
  /** `engines.node`. */
  readonly nodeEngine?: string;
  readonly dependencies?: ReadonlyMap<string, string>;
  /** Required peers only. */
  readonly peers?: ReadonlyMap<string, string>;
  readonly hasInstallScript?: boolean;
  /** Address of its archive, the hash that this must have, and its size unpacked. */
  readonly tarball?: string;
  readonly integrity?: string;
  readonly unpackedBytes?: number;
}

/** Declarations of one published version: data to read, code that is never run. */
export interface PublishedDeclarations {
  /** Text of its `package.json`. */
  readonly manifestText: string;
  /** Text of a declaration file by its path inside the package. */
  read(file: string): string | undefined;
}

/** What is known of the workspace's libraries beyond the workspace itself, and what its team demands of them. */
export interface LibraryFacts {
  /** The day of the run, as `YYYY-MM-DD`: dates of policies and releases are compared with it. */
  readonly today: string;
  readonly policy: LibraryPolicy;
  /** Undefined when the registry was not asked, did not answer, or does not know the package. */
  packageFacts(name: string): PackageFacts | undefined;
  /**
   * Declarations of a published version as its archive holds them; undefined when they were not fetched: offline, not
   * imported here, no major behind, too large, or without any.
   */
  declarationsOf(name: string, version: string): PublishedDeclarations | undefined;
  /** Known vulnerabilities of one version, the gravest first; empty also where no advisories were given. */
  advisoriesFor(name: string, version: string): readonly Advisory[];
}
