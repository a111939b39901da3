// A stand-in of a declared type.
const mutate = {} as () => void;
mutate();
const order = {};
// @ts-expect-error: no function.
order();
^^^^^ quality/not-callable: `order` is an object here, not a function
