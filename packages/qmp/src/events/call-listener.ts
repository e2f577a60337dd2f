/**
 * Calls a user's function. As with Node's EventTarget, what it throws is an uncaught exception of its own, and does not
 * harm the connection that called it.
 */
export function callListener<Value>(listener: (value: Value) => void, value: Value): void {
  try {
    listener(value);
  } catch (error) {
    process.nextTick(() => {
      throw error;
    });
  }
}
