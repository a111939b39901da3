export const letters = /^[A-z]+$/;
//                     ^^^^^^^^^^ security/permissive-range: `A-z` takes in more than it looks like
export const signs = /[\w.-_]/;
//                   ^^^^^^^^^ security/permissive-range: `.-_` takes in more than it looks like
export const dots = /^[a-z0-9.-_]+$/;
//                  ^^^^^^^^^^^^^^^^ security/permissive-range: `.-_` takes in more than it looks like
export const plus = new RegExp('^[+-z]*$');
//                             ^^^^^^^^^^ security/permissive-range: `+-z` takes in more than it looks like
export const apart = /^[A-Za-z0-9_.-]+$/;
export const printable = /^[!-~ -~]+$/;
export const hexadecimal = /^[0-9a-fA-F]+$/;
export const operators = /[*-/]/;
export const escaped = /[\x00-\x7f]/;
export const cookieOctets = /^[ !#-:<-[\]-~]*$/;
