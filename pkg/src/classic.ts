/**
 * For pages without modules: one script that registers every element and puts the facade into `Headwater`.
 *
 * @module
 */
import * as facade from "./index.js";
import * as elements from "./elements/index.js";

export default Object.freeze({ ...facade, ...elements });
