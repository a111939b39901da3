// @file: src/wrong.ts
declare function load(id: string): Promise<string>;
export async function name(id: string) {
  try {
    return load(id);
//         ^^^^^^^^ typescript-eslint/return-await: This promise leaves its `try` without `await`, so that the `catch` never sees it fail
  } catch {
    return "unknown";
  }
}

// @file: src/right.ts
declare function load(id: string): Promise<string>;
export async function name(id: string) {
  try {
    return await load(id);
  } catch {
    return "unknown";
  }
}
