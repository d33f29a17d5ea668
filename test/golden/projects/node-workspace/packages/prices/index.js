export const priceOf = (thing) => thing.length;
