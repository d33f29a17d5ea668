/** An answer that is not used: the source failed, told nonsense, or tells less than it did before. What it is about stays as it is. */
export class Refused extends Error {}
