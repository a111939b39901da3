import type { Notification } from 'sarif';
import type { Notice } from '../base/notice.ts';
import type { Assessment, ReportOptions } from '../triage/assessment.ts';
import { relativeUri } from './artifact-uri.ts';
import { reportWords } from './report-words.ts';
import { withoutLinks } from './sarif-results.ts';
import { skippedByReason } from './skipped-files.ts';

const levels = { info: 'note', warning: 'warning', error: 'error' } as const satisfies Record<
  Notice['level'],
  Notification['level']
>;

/** What a reader of the run must know besides its results: notices, crashed rules, skipped files. */
export function sarifNotifications(assessment: Assessment, options: ReportOptions): Notification[] {
  const { coverage } = assessment;
  return [
    ...coverage.notices.map((notice) => noticeNotification(notice, options)),
    ...coverage.crashes.map((crash) => crashNotification(crash, options)),
    ...[...skippedByReason(coverage.skipped)].map(([reason, files]) => skippedNotification(reason, files, options)),
  ];
}

function noticeNotification(notice: Notice, { language }: ReportOptions): Notification {
  return {
    descriptor: { id: notice.code },
    level: levels[notice.level],
    message: { text: withoutLinks(notice.text[language]) },
    ...(notice.file === undefined ? {} : { locations: [locationOf(notice.file)] }),
  };
}

function crashNotification(crash: Assessment['coverage']['crashes'][number], options: ReportOptions): Notification {
  return {
    descriptor: { id: 'rule-crashed' },
    associatedRule: { id: crash.rule },
    level: 'error',
    message: { text: withoutLinks(reportWords[options.language].crash(crash)) },
    locations: [locationOf(crash.file)],
  };
}

function skippedNotification(reason: string, files: readonly string[], { language }: ReportOptions): Notification {
  return {
    descriptor: { id: `skipped-${reason}` },
    level: 'note',
    message: { text: reportWords[language].skipped(reason, files.length) },
    locations: files.map(locationOf),
  };
}

function locationOf(file: string): NonNullable<Notification['locations']>[number] {
  return { physicalLocation: { artifactLocation: { uri: relativeUri(file), uriBaseId: 'SRCROOT' } } };
}
