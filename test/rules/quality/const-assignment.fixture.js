import fs from 'node:fs';
const limit = 3;
const { size, ...rest } = fs;
limit = 4;
^^^^^ quality/const-assignment: `limit` is a constant: assigning to it throws
++limit;
//^^^^^ quality/const-assignment: `limit` is a constant: assigning to it throws
for ([size] of []);
//    ^^^^ quality/const-assignment: `size` is a constant: assigning to it throws
rest.x = 1;
fs = 3;
^^ quality/const-assignment: `fs` is a constant: assigning to it throws
let other = 1;
other = 2;
export const f = (limit) => (limit = 2);
