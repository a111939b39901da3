/** What a file is for, told from its path; lowers exposure and severity, never removes a finding. */
export type FileRole = 'production' | 'test' | 'example' | 'tooling';
