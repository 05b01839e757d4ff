/** Every rule that linking follows: this line is all there is to register. */
export { knownLook } from "./known-look.js";
export { reference } from "./reference.js";
export { referenceForm } from "./reference-form.js";
export { uniqueId } from "./unique-id.js";
