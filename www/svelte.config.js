// How the Svelte compiler and the editor read the components. Svelte takes the types out of TypeScript by itself.
export default {
  compilerOptions: { runes: true },
}
