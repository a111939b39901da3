// @file: src/billing/reminder.ts
export function remind(invoices: { due: Date; paid: boolean; email: string; amount: number }[], now: Date): string[] {
  const letters: string[] = [];
  for (const invoice of invoices) {
    if (invoice.paid) continue;
    const days = Math.floor((now.getTime() - invoice.due.getTime()) / 86_400_000);
    if (days > 30) {
      letters.push(`${invoice.email}: second reminder for ${invoice.amount.toFixed(2)}`);
    } else if (days > 7) {
      letters.push(`${invoice.email}: reminder for ${invoice.amount.toFixed(2)}`);
    }
  }
  return letters.sort();
}

// @file: src/rental/late.ts
type Rental = { due: Date; paid: boolean; email: string; amount: number };
export function lateLetters(invoices: Rental[], now: Date): string[] {
//                                          ^ quality/duplicated-block: 14 lines repeat code of `src/billing/reminder.ts`
  const letters: string[] = [];
  for (const invoice of invoices) {
    // The comment differs, the code does not.
    if (invoice.paid) continue;
    const days = Math.floor((now.getTime() - invoice.due.getTime()) / 86_400_000);
    if (days > 30) {
      letters.push(`${invoice.email}: second reminder for ${invoice.amount.toFixed(2)}`);
    } else if (days > 7) {
      letters.push(`${invoice.email}: reminder for ${invoice.amount.toFixed(2)}`);
    }
  }
  return letters.sort();
}

// @file: src/rental/rates.ts
// Tables of values are data, however alike they look.
export const winter = [[1, 20, 3, 'a'], [2, 30, 4, 'b'], [3, 40, 5, 'c'], [4, 50, 6, 'd'], [5, 60, 7, 'e'], [6, 70, 8, 'f'], [7, 80, 9, 'g'], [8, 90, 10, 'h'], [9, 95, 11, 'i'], [10, 99, 12, 'j']];
export const summer = [[1, 20, 3, 'a'], [2, 30, 4, 'b'], [3, 40, 5, 'c'], [4, 50, 6, 'd'], [5, 60, 7, 'e'], [6, 70, 8, 'f'], [7, 80, 9, 'g'], [8, 90, 10, 'h'], [9, 95, 11, 'i'], [10, 99, 12, 'j']];

// @file: test/late.test.ts
export function lateLetters(invoices: { due: Date; paid: boolean; email: string; amount: number }[], now: Date): string[] {
  const letters: string[] = [];
  for (const invoice of invoices) {
    if (invoice.paid) continue;
    const days = Math.floor((now.getTime() - invoice.due.getTime()) / 86_400_000);
    if (days > 30) {
      letters.push(`${invoice.email}: second reminder for ${invoice.amount.toFixed(2)}`);
    } else if (days > 7) {
      letters.push(`${invoice.email}: reminder for ${invoice.amount.toFixed(2)}`);
    }
  }
  return letters.sort();
}

// @file: src/rental/chain.ts
// Overloads have no means to share their type parameters.
export interface Chain {
  <
    Start,
    Second extends Step<Start> = Step<Start>,
    Third extends Step<Second> = Step<Second>,
    Fourth extends Step<Third> = Step<Third>,
    Fifth extends Step<Fourth> = Step<Fourth>,
    Sixth extends Step<Fifth> = Step<Fifth>,
    Seventh extends Step<Sixth> = Step<Sixth>,
    Eighth extends Step<Seventh> = Step<Seventh>,
    Ninth extends Step<Eighth> = Step<Eighth>,
    Tenth extends Step<Ninth> = Step<Ninth>,
    Eleventh extends Step<Tenth> = Step<Tenth>,
  >(
    first: Start,
  ): Eleventh;
}

// @file: src/rental/links.ts
export interface Links {
  <
    Start,
    Second extends Step<Start> = Step<Start>,
    Third extends Step<Second> = Step<Second>,
    Fourth extends Step<Third> = Step<Third>,
    Fifth extends Step<Fourth> = Step<Fourth>,
    Sixth extends Step<Fifth> = Step<Fifth>,
    Seventh extends Step<Sixth> = Step<Sixth>,
    Eighth extends Step<Seventh> = Step<Seventh>,
    Ninth extends Step<Eighth> = Step<Eighth>,
    Tenth extends Step<Ninth> = Step<Ninth>,
    Eleventh extends Step<Tenth> = Step<Tenth>,
  >(
    last: Start,
  ): Eleventh;
}
