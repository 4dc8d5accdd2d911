/**
 * Plans, ledgers and legacy settings as JSON documents. The only package that knows Jackson.
 */
@NullMarked
package io.github.crosstie.engagement.json;

import org.jspecify.annotations.NullMarked;
