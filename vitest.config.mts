import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/build.ts"],
    testTimeout: 60_000,
    maxWorkers: "100%",
    // The server is a function of text: no test leaves anything behind that another could see.
    isolate: false,
  },
});
