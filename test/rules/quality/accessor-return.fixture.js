export class Basket {
  get total() {
//    ^^^^^ quality/accessor-return: The getter `total` returns nothing
    console.log('total');
  }
  get lines() {
    return this.list();
  }
  get none() {
    throw new Error('none');
  }
  set total(value) {
    this.value = value;
    return 'nope';
//  ^^^^^^^^^^^^^^ quality/accessor-return: What the setter `total` returns is thrown away
  }
  set lines(value) {
    if (!value) return;
    this.value = value;
  }
}
