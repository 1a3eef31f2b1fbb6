/** The version of this package, taken in when it is built. */
export { version as VERSION } from '../../package.json';
