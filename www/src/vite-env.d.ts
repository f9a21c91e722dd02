// Lets TypeScript know what vite adds to a module.
/// <reference types="vite/client" />
/// <reference types="svelte" />
