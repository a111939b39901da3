import Ajv from 'ajv';
const options = { allErrors: true, strict: true };
export const first = new Ajv({ allErrors: true });
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/unbounded-schema-errors: `allErrors` lets one request fill the memory with errors
export const second = new Ajv(options);
//                    ^^^^^^^^^^^^^^^^ security/unbounded-schema-errors: `allErrors` lets one request fill the memory with errors
export const third = new Ajv({ allErrors: false });
export const fourth = new Ajv();
export const fifth = new Ajv({ allErrors: process.env.DEBUG === '1' });
