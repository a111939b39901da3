export async function login(req, res) {
  try {
    const user = await users.load(req.body.name);
    await sessions.start(user);
  } catch (error) {
//  ^^^^^ quality/misattributed-error: This `catch` answers 401 whatever failed, also when `sessions.start` does
    console.error(error);
    res.status(401).end();
  }
}
export async function show(id) {
  try {
    const order = await orders.load(id);
    return await render(order);
  } catch {
//  ^^^^^ quality/misattributed-error: This `catch` answers “Order not found” whatever failed, also when `render` does
    throw new Error('Order not found');
  }
}
export async function tested(req, res) {
  try {
    const user = await users.load(req.body.name);
    await sessions.start(user);
  } catch (error) {
    if (error.code === 'unknown') res.status(401).end();
    else throw error;
  }
}
export async function single(req, res) {
  try {
    const user = await users.load(req.body.name);
    await res.json(user);
  } catch {
    res.status(404).end();
  }
}
export async function honest(req, res) {
  try {
    const user = await users.load(req.body.name);
    await sessions.start(user);
  } catch {
    res.status(500).send('Something failed');
  }
}
export async function passed(id, next) {
  try {
    const order = await orders.load(id);
    await render(order);
  } catch (error) {
    next(new NotFound('not found', { cause: error }));
  }
}
