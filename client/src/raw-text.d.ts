/** A file as its text: the tests read documents. */
declare module '*?raw' {
  const text: string;
  export default text;
}
