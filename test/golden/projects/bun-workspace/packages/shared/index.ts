export const greet = (n: string) => `hello ${n}\n`;
