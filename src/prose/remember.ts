/**
 * A function of a text that remembers its results: texts are looked at by many, one after the other.
 * @param most how many texts are kept; when there are more, it starts afresh
 */
export function remembered<T>(most: number, work: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const before = kept.get(text);
    if (before !== undefined || kept.has(text)) return before as T;
    if (kept.size >= most) kept.clear();
    const result = work(text);
    kept.set(text, result);
    return result;
  };
}
