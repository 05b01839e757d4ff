/**
 * The validator with our own keywords, for who compiles the schemas: `npm run build` and, when content doesn't follow one, the
 * program itself.
 */
const { Ajv2020 } = require("ajv/dist/2020.js");
const formats = require("ajv-formats").default;

/** @param {Iterable<object>} schemas all of them, as they refer to each other */
exports.createAjv = (schemas, options = {}) => {
  const ajv = new Ajv2020({ allErrors: true, strict: true, verbose: true, ...options });
  formats(ajv, ["date"]);
  for (const keyword of [
    "x-defines",
    "x-within",
    "x-refers",
    "x-picks",
    "x-name",
    "x-hint",
    "x-prose",
    "x-form",
    "x-sorted",
    "x-changes",
    "x-identity",
    "x-figures",
    "x-look",
    "x-words",
    "x-file",
    "x-files",
  ])
    ajv.addKeyword(keyword);
  for (const schema of schemas) ajv.addSchema(schema);
  return ajv;
};
