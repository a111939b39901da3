/** Days on which release lines of Node end, by major: the schedule of https://github.com/nodejs/Release (2026-11). */
const endOfLife: ReadonlyMap<number, string> = new Map([
  [4, '2018-04-30'],
  [5, '2016-06-30'],
  [6, '2019-04-30'],
  [7, '2017-06-30'],
  [8, '2019-12-31'],
  [9, '2018-06-30'],
  [10, '2021-04-30'],
  [11, '2019-06-01'],
  [12, '2022-04-30'],
  [13, '2020-06-01'],
  [14, '2023-04-30'],
  [15, '2021-06-01'],
  [16, '2023-09-11'],
  [17, '2022-06-01'],
  [18, '2025-04-30'],
  [19, '2023-06-01'],
  [20, '2026-04-30'],
  [21, '2024-06-01'],
  [22, '2027-04-30'],
  [23, '2025-06-01'],
  [24, '2028-04-30'],
  [25, '2026-06-01'],
]);

/** The day, as `YYYY-MM-DD`, from which a release line of Node gets no more fixes; undefined for unknown ones. */
export function nodeEndOfLife(major: number): string | undefined {
  return major < 4 ? '2016-12-31' : endOfLife.get(major);
}

/** The oldest line with long support that is still kept on a day; the newest known where all have ended. */
export function supportedNode(today: string): number {
  const even = [...endOfLife].filter(([major]) => major % 2 === 0 && major >= 18);
  return (even.find(([, end]) => end >= today) ?? even.at(-1) ?? [24])[0];
}
