/** The part of handlebars that runs templates which are code already; the package's own types for it are empty. */
declare module "handlebars/runtime.js" {
  import Handlebars from "handlebars";
  export default Handlebars;
}
