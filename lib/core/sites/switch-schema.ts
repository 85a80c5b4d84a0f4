/** Schemas of the switches, for messages. Pages read them with `parseSwitches` instead. */
import * as v from 'valibot';

export const SwitchStateSchema = v.picklist(['on', 'off']);
export const SiteChoiceSchema = v.picklist(['default', 'on', 'off']);
export const SwitchesSchema = v.strictObject({
  default: SwitchStateSchema,
  sites: v.record(v.string(), SwitchStateSchema),
});
