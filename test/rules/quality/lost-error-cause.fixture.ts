declare function charge(id: string): Promise<void>;
declare class HttpError extends Error {
  constructor(status: number);
}

export async function pay(id: string): Promise<void> {
  try {
    await charge(id);
  } catch (error) {
    throw new Error('not paid');
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quality/lost-error-cause: This `throw` drops `error`, the error behind it
  }
  try {
    await charge(id);
  } catch {
    throw new TypeError(`not paid: ${id}`);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quality/lost-error-cause: This `throw` drops the error that was caught
  }
  try {
    await charge(id);
  } catch (error) {
    console.error(error);
    throw new Error('not paid');
  }
  try {
    await charge(id);
  } catch (error) {
    throw new HttpError(402);
  }
  try {
    JSON.parse(id);
  } catch {
    throw new Error('no JSON');
  }
}
