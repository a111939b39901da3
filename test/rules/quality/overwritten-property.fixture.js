export function fill(form, other, load) {
  form.first = 'Ada';
//^^^^^^^^^^ quality/overwritten-property: `form.first` is overwritten below before anything reads it
  form.age = 3;
  form.first = 'Lovelace';
  form.age = form.age + 1;
  other.name = 'a';
  load();
  other.name = 'b';
  form.src = 'a';
  form.src = 'b';
  other.size = 1;
  const size = form.size;
  other.size = 2;
  if (size) form.last = 'x';
  form.last = 'y';
  form.last = load();
}
