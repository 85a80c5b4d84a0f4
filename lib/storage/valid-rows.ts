import * as v from 'valibot';

/** Rows of a shape that we do not know are passed over: one bad row must not hide the others. */
export function validRows<S extends v.GenericSchema>(
  schema: S,
  rows: readonly unknown[],
): v.InferOutput<S>[] {
  return rows.flatMap((row) => {
    const parsed = v.safeParse(schema, row);
    return parsed.success ? [parsed.output] : [];
  });
}
