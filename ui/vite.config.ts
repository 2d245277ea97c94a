import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";

/** Everything the window shows is built into `dist` and embedded: nothing is fetched from the network. */
export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  build: { target: "safari16", chunkSizeWarningLimit: 2000 },
  test: { environment: "jsdom" },
});
