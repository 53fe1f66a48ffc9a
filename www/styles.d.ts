declare module "*.css";

/** A style sheet as text. */
declare module "*.css?text" {
  const text: string;
  export default text;
}

/** A file, compressed by gzip, in base64. */
declare module "*?packed" {
  const packed: string;
  export default packed;
}
