/**
 * The script and the style of the page. The bundler (bundle.mjs) and the tests (vitest.config.ts) put them
 * here, built from `page/`: packaging/page-assets.mjs.
 */

/** One script without imports. */
export const pageScript: string = '';

/** The style sheet. */
export const pageStyle: string = '';

/** The licences of the packages in the script. */
export const pageNotices: string = '';
