declare function save(id: string): Promise<boolean>;

export function saveAll(ids: string[]): unknown {
  ids.forEach(async (id) => {
//                       ^^ quality/async-executor: `forEach` does not wait for this async callback
    await save(id);
  });
  const open = ids.filter(async (id) => await save(id));
//                                   ^^ quality/async-executor: `filter` does not wait for this async callback
  ids.forEach(async (id) => {
    try {
      await save(id);
    } catch (error) {
      console.error(error);
    }
  });
  const made = new Promise(async (resolve) => {
//                                         ^^ quality/async-executor: An error in this async executor is lost, and the promise never settles
    resolve(await save('a'));
  });
  return [open, made, Promise.all(ids.map(async (id) => await save(id)))];
}
