/** Every rule that linking follows: this line is all there is to register. */
export { reference } from "./reference.js";
export { referenceForm } from "./reference-form.js";
export { uniqueId } from "./unique-id.js";
