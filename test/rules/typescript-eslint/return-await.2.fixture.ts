// @file: src/perhaps.ts
declare function load(id: string): string | Promise<string>;
export async function name(id: string) {
  try {
    if (id) return load(id);
//                 ^^^^^^^^ typescript-eslint/return-await: This promise leaves its `try` without `await`, so that the `catch` never sees it fail
  } catch {
    return "unknown";
  }
  return load("none");
}

// @file: src/choice.ts
declare const known: Promise<string>;
declare function load(id: string): Promise<string>;
export const name = async (id: string) => {
  try {
    return id ? load(id) : "nobody";
//              ^^^^^^^^ typescript-eslint/return-await: This promise leaves its `try` without `await`, so that the `catch` never sees it fail
  } finally {
    console.log(await known);
  }
};
