/** Keeps compilers from leaving out what has no effect. */
let readSum = 0;
export const sumRead = (): number => readSum;

export function readAll(text: string, from: number, to: number): void {
  let total = 0;
  for (let i = from; i < to; i++) total += text.charCodeAt(i);
  readSum = (readSum + total) | 0;
}
