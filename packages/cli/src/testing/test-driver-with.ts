import { testDriver } from '@virtkit/core';
import { DECLINED, type Driver, type DriverFunctions } from '@virtkit/core/driver';

/** The test driver with some functions of its connections replaced or added. */
export function testDriverWith(extend: (functions: DriverFunctions) => DriverFunctions): Driver {
  const plain = testDriver();
  return {
    ...plain,
    open: async (uri, context) => {
      const functions = await plain.open(uri, context);
      return functions === DECLINED ? DECLINED : { ...functions, ...extend(functions) };
    },
  };
}
