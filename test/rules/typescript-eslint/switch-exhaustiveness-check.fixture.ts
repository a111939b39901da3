// @file: src/wrong.ts
export function colour(state: "paid" | "open" | "late") {
  switch (state) {
//        ^^^^^ typescript-eslint/switch-exhaustiveness-check: This switch leaves out members of its type
    case "paid":
      return "green";
    case "open":
      return "grey";
  }
}

// @file: src/right.ts
export function colour(state: "paid" | "open" | "late") {
  switch (state) {
    case "paid":
      return "green";
    default:
      return "grey";
  }
}
