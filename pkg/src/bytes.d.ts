/** The bytes of the core, put into the script by the build. */
declare module "headwater:bytes" {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
