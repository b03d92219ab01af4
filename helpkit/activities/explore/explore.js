// @ts-check
import { exploration } from "../../frontend/exploration.js";

export default { render: exploration("explore") };
