/** Reads git repositories through its plumbing. An edge: it runs git, and knows nothing of what the files hold. */
export { type Commit, LAST_SECOND } from "./commit.js";
export { headFiles } from "./head.js";
export { commitsBetween, lastAdopted, lastChange } from "./history.js";
export { GitProblem } from "./problem.js";
export { openRepository, type Repository, type Tag, type Walked } from "./repository.js";
