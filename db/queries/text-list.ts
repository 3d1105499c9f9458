/** The texts of a JSON column; what is not a list of texts, from a newer version or another hand, counts as none. */
export function listIn(json: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
  } catch {
    return [];
  }
}
