declare const list: number[];
declare const page: { location: string };

export function set(this: { width: number }, width: number): void {
  width = width;
//^^^^^^^^^^^^^ quality/self-assignment: `width` is assigned to itself
  this.width = this.width;
//^^^^^^^^^^^^^^^^^^^^^^^ quality/self-assignment: `this.width` is assigned to itself
  list[1] = list[1];
//^^^^^^^^^^^^^^^^^ quality/self-assignment: `list[1]` is assigned to itself
  list[width++] = list[width++];
  page.location = page.location;
  /** @type {number} */
  this.width = this.width;
  this.width = width;
}
