import { shopFiles } from '../server/temporary-workspace.ts';

/** A file name that tries terminals, URIs and shells. */
export const hostileName = 'src/we ird\n\u001b[31m%41 "quoted" é#?.ts';

/** The shop of the server's tests with a hostile file name and enough lost errors for a long result. */
export const auditedShop: Readonly<Record<string, string>> = {
  ...shopFiles,
  [hostileName]: lostErrors(1),
  'src/many.ts': lostErrors(120),
};

function lostErrors(count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const request = `await fetch('https://shop.example/orders', { method: 'POST', body: order });`;
    return `export async function save${index}(order: string): Promise<void> {\n  try {\n    ${request}\n  } catch {}\n}\n`;
  }).join('\n');
}
