/**
 * Stands in for `node:process` in the bundle, for packages that want it whole: to give its names one by one, Node opens all that it
 * has, standard input and what that stands on among them.
 */
export default process;
