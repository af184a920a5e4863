const headwater = require("headwater");

import("./main-job.js").then(async ({ mainJob }) => console.log(JSON.stringify(await mainJob(headwater))));
