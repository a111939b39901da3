import type { FailureReason } from './lookup-failure.ts';

/** Versions of a package that a vulnerability touches. */
export interface AffectedRange {
  /** A semver range; prereleases inside it count. */
  readonly range: string;
  /** First version of that line without the vulnerability, where there is one. */
  readonly fixed?: string;
}

/** One vulnerability of one package, whatever the source: registry, OSV API or OSV export. */
export interface Advisory {
  /** Name of the package. */
  readonly package: string;
  /** Every id it is known under, sorted by use: GHSA, CVE, then others. */
  readonly ids: readonly string[];
  readonly affected: readonly AffectedRange[];
  /** CVSS base score, 0 to 10. */
  readonly cvss?: number;
  /** Severity in words, where the source gives no vector. */
  readonly severity?: 'low' | 'moderate' | 'high' | 'critical';
  readonly cwe: readonly number[];
  /** Probability of exploitation in the next 30 days, 0 to 1 (EPSS). */
  readonly epss?: number;
  readonly knownExploited?: boolean;
}

/** Installed versions by name; a package of which none is known has an empty set. */
export type InstalledVersions = ReadonlyMap<string, ReadonlySet<string>>;

/** A place that knows vulnerabilities; every source answers in the same form. */
export interface AdvisorySource {
  /** What it is called in notices. */
  readonly name: string;
  /** The advisories about these packages, in any order; the caller matches versions and merges. */
  advisoriesFor(packages: InstalledVersions, signal?: AbortSignal): Promise<AdvisoryAnswer>;
}

export interface AdvisoryAnswer {
  readonly advisories: readonly Advisory[];
  /** Records that could not be read, by what is wrong with them. */
  readonly unreadable: number;
  /** ISO date of the newest record: how old the source's knowledge is. */
  readonly newest?: string;
  /** ISO date of the answer, for a source that is asked over the network. */
  readonly askedAt?: string;
  /** Packages that nothing is known about because the source did not answer, and why. */
  readonly unanswered?: { readonly packages: number; readonly reason: FailureReason };
}
