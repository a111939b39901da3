// @file: test/providers.test.ts
export const github = 'ghp_ujzPde2IgxLd8GncfBAepfJBd2KhoOOLdKLz';
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/hard-coded-secret: GitHub token `ghp_…` is written in the code
export const stripe = 'sk_live_docJ4isAjIhKtJ2RlgLKOmxg';
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/hard-coded-secret: Stripe live key `sk_l…` is written in the code
export const aws = 'AKIAEDN73U55XTPLPFT7';
//                 ^^^^^^^^^^^^^^^^^^^^^^ security/hard-coded-secret: AWS access key `AKIA…` is written in the code
export const npm = 'npm_6vUCsMehGAkWvj9FAcQeWJKY62uvSwMFLZDe';
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/hard-coded-secret: npm token `npm_…` is written in the code
export const gitlab = 'glpat-3frESQedUStPKR2CsTy6';
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/hard-coded-secret: GitLab token `glpa…` is written in the code
export const sendgrid = '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';
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/hard-coded-secret: SendGrid key `SG.Q…` is written in the code
export const digitalocean = 'dop_v1_1ecccc3fc1626e53a13043b026c48bbf33feff9243a8f506b40928b5b7a767c7';
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/hard-coded-secret: DigitalOcean token `dop_…` is written in the code

export const header = { authorization: `token ghp_mHFwUbbYrEqmSMwCZ9UwxfogoEmvnEN7N3aE` };
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/hard-coded-secret: GitHub token `ghp_…` is written in the code

// Near misses: too short, one repeated character, or said to be an example.
export const short = 'ghp_abc';
export const repeated = 'ghp_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
export const said = 'sk_live_example8PwZPf3Qh8yYTWmE6lBY';
export const testKey = 'sk_test_OvfZUzDzVfUkkibjL7DZPjN2';
export const prefix = 'AKIA';
export const hash = 'fb440034d6608697a8d41bed440e50454f31af31';
