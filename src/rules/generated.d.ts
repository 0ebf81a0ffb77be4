declare module '#generated/builtin.cjs' {
  const builtin: import('./builtin.js').Builtin;
  export default builtin;
}
