export const role = 'user‮ ⁦// checked⁩ ⁦';
//                  ^^^^^^^^^^^^^^^^^^^^^^ security/bidirectional-characters: U+202E makes readers see this in another order than it runs
export const arabic = 'مرحبا';
// \u202e written as an escape is visible.
export const escaped = '\u202e';
