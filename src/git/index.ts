/** Reads git repositories through its plumbing. An edge: it runs git, and knows nothing of what the files hold. */
export { lastAdopted, type Reason, reasonsBetween } from "./history.js";
export { type Commit, openRepository, type Repository } from "./repository.js";
