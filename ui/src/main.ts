import "@fontsource-variable/source-sans-3/wght.css";
import "@fontsource/tinos/latin-400.css";
import "@fontsource/tinos/latin-700.css";
import "@fontsource/tinos/vietnamese-400.css";
import "@fontsource/tinos/vietnamese-700.css";
import "@fontsource/tinos/latin-ext-400.css";
import "@fontsource/tinos/latin-ext-700.css";
import "./shared/tokens.css";
import "./shared/base.css";

import { mount } from "svelte";

import App from "./App.svelte";
import { look } from "./shared/look.svelte";

look.apply();

const target = document.getElementById("app");
if (target) mount(App, { target });
