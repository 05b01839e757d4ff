/** Every rule that reading and validating content follow: this line is all there is to register. */
export { anchor } from "./anchor.js";
export { cutText } from "./cut-text.js";
export { doubleKey } from "./double-key.js";
export { fileName } from "./file-name.js";
export { invisible } from "./invisible.js";
export { knownKey } from "./known-key.js";
export { mergeConflict } from "./merge-conflict.js";
export { missingFile } from "./missing-file.js";
export { plainFile } from "./plain-file.js";
export { plainNumber } from "./plain-number.js";
export { requiredKey } from "./required-key.js";
export { strayFile } from "./stray-file.js";
export { tooMuch } from "./too-much.js";
export { utf8 } from "./utf8.js";
export { validYaml } from "./valid-yaml.js";
export { valueForm } from "./value-form.js";
export { valueType } from "./value-type.js";
